/// A document that has passed every check of its schema; only `UncheckedDocument` can make one.
package struct Document: Sendable {
    package let header: DocumentHeader
    /// The body as it was written; of a newer minor version also what is not known here.
    package let body: JSONObject
    /// The officers who may read it; when not empty nobody else may.
    package let namedOfficers: [OfficerID]
    /// Header and body as written, for showing.
    package let json: JSONObject
    /// The exact bytes that were signed; kept verbatim and never written anew.
    package let bytes: [UInt8]
    /// What is known here of its schema; of a newer minor version the newest known one.
    package let schema: DocumentSchema

    fileprivate init(
        header: DocumentHeader, namedOfficers: [OfficerID], json: JSONObject, bytes: [UInt8],
        schema: DocumentSchema
    ) {
        self.header = header
        self.body = json["body"]?.objectValue ?? JSONObject()
        self.namedOfficers = namedOfficers
        self.json = json
        self.bytes = bytes
        self.schema = schema
    }

    /// Whether the document follows a later minor version than the one known here.
    package var isOfNewerSchema: Bool { header.schema != schema.version }

    package var rules: DocumentRules { schema.rules }

    /// The title, where the type has one; content, so never for a log.
    package var title: String? { body["title"]?.stringValue }

    /// Whether an officer may read it as far as the document itself says.
    package func mayBeRead(by officer: OfficerID) -> Bool {
        namedOfficers.isEmpty || namedOfficers.contains(officer)
    }
}

/// The bytes of a document from a person or from another node, not yet believed.
package struct UncheckedDocument: Sendable {
    /// On which side a document is checked.
    package enum Strictness: Sendable {
        /// At the author's own node: everything must be known.
        case author
        /// At a receiver: a later minor version of a known major is admitted.
        case receiver
    }

    package let bytes: [UInt8]

    package init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Checks everything that the bytes themselves can tell.
    ///
    /// - Throws: `DOCUMENT_TOO_LARGE`, a code of the JSON parser, `SCHEMA_UNKNOWN` (retryable), or
    ///   `DOCUMENT_INVALID` with all findings as details.
    package func check(
        _ strictness: Strictness, language: Language = .english
    ) throws(ModelError) -> Document {
        guard bytes.count <= Limits.documentBytesMax else {
            throw ModelError(
                .documentTooLarge, object: "\(bytes.count) bytes",
                context: ["limit": "\(Limits.documentBytesMax) bytes"])
        }
        let value = try JSONParser.parse(bytes)
        let (schema, isNewer) = try Self.schema(of: value, strictness)
        var checker = FieldChecker(admitsUnknown: isNewer, language: language)
        let json = value.objectValue ?? JSONObject()
        checker.check(json, schema.signed)
        guard checker.findings.isEmpty, let header = DocumentHeader(json: json["header"]) else {
            throw Self.invalid(checker.findings)
        }
        let body = json["body"]?.objectValue ?? JSONObject()
        checker.checkRelations(header, schema.rules)
        checker.checkConditions(
            header: json["header"]?.objectValue ?? JSONObject(), body: body, bodyPath: ["body"])
        let officers = FieldChecker.namedOfficers(in: body)
        if strictness == .author {
            checker.checkOfficers(
                officers, cover: header.recipients, when: header.trafficLight, path: ["body"])
        }
        guard checker.findings.isEmpty else { throw Self.invalid(checker.findings) }
        return Document(
            header: header, namedOfficers: officers, json: json, bytes: bytes, schema: schema)
    }

    private static func schema(
        of value: JSONValue, _ strictness: Strictness
    ) throws(ModelError) -> (DocumentSchema, isNewer: Bool) {
        guard case .object = value, let header = value["header"],
            let format = header["format"]?.stringValue, let name = header["schema"]?.stringValue
        else {
            throw invalid([
                ErrorDetail(
                    pointer: "/header", code: .fieldMissing, expectation: "enlace-document/1")
            ])
        }
        let unknown = ModelError(.schemaUnknown, object: VisibleText.make(name))
        guard haveSameBytes(format, DocumentHeader.format) else { throw unknown }
        switch DocumentSchemas.match(try SchemaVersion(name)) {
        case .known(let schema): return (schema, false)
        case .newerMinor(let schema) where strictness == .receiver: return (schema, true)
        case .newerMinor, .unknown: throw unknown
        }
    }

    static func invalid(_ findings: [ErrorDetail]) -> ModelError {
        ModelError(
            .documentInvalid, object: "document", context: ["count": "\(findings.count)"],
            details: findings)
    }
}
