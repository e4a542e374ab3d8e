/// The registry of document types. Adding a type means adding its schema file and one line here;
/// broker, wire and store do not change.
package enum DocumentSchemas {
    /// Every schema version known here; the newest of a type stands last.
    package static let all: [DocumentSchema] = [
        LeadSchema.version1, IntelligenceReportSchema.version1, AcknowledgementSchema.version1,
    ]

    /// What is known about the schema of a document from outside.
    package enum Match: Sendable {
        case known(DocumentSchema)
        /// A later minor version of a known major: readable as far as it is known.
        case newerMinor(DocumentSchema)
        case unknown
    }

    /// The schema versions that a Hello announces.
    package static var accepted: [SchemaVersion] { all.map(\.version) }

    package static func match(_ version: SchemaVersion) -> Match {
        let sameMajor = all.filter {
            $0.version.type == version.type && $0.version.major == version.major
        }
        if let exact = sameMajor.first(where: { $0.version.minor == version.minor }) {
            return .known(exact)
        }
        return sameMajor.last.map { .newerMinor($0) } ?? .unknown
    }

    /// The version in which new documents of a type are written.
    package static func newest(_ type: DocumentType) -> DocumentSchema? {
        all.last { $0.version.type == type }
    }

    /// The rules of a type; those of `DocumentRules.unknown` when the type is not known here.
    package static func rules(for type: DocumentType) -> DocumentRules {
        newest(type)?.rules ?? .unknown
    }
}

extension DocumentType: Labelled {
    package var label: BilingualText {
        DocumentSchemas.newest(self)?.label ?? BilingualText(code, code)
    }
}
