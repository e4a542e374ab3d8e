/// What an officer writes: a flat JSON object whose members are those of a type's schema.
package struct DraftDocument: Sendable {
    package let json: JSONObject
    package let schema: DocumentSchema

    /// Reads and checks a draft; its recipients may still be missing.
    ///
    /// - Throws: `DOCUMENT_TOO_LARGE`, a code of the JSON parser, or `DOCUMENT_INVALID` with all
    ///   findings as details.
    package init(parsing bytes: [UInt8], language: Language = .english) throws(ModelError) {
        guard bytes.count <= Limits.documentBytesMax else {
            throw ModelError(
                .documentTooLarge, object: "\(bytes.count) bytes",
                context: ["limit": "\(Limits.documentBytesMax) bytes"])
        }
        try self.init(JSONParser.parse(bytes), language: language)
    }

    /// Checks a draft; its recipients may still be missing.
    package init(_ value: JSONValue, language: Language = .english) throws(ModelError) {
        let findings = Self.check(value, needsRecipients: false, language: language)
        guard findings.isEmpty, case .object(let json) = value,
            let schema = Self.schema(of: json)
        else { throw UncheckedDocument.invalid(findings) }
        self.json = json
        self.schema = schema
    }

    package var type: DocumentType { schema.version.type }

    /// The recipients that the draft names; empty when it names none.
    package var recipients: [NodeID] { json.texts("to").compactMap { try? NodeID($0) } }

    package var inReplyTo: DocumentIdentity? { DocumentIdentity(json: json["inReplyTo"]) }

    /// All findings about a draft at once; empty when it may be completed and signed.
    ///
    /// - Parameter needsRecipients: whether a draft without recipients is a finding.
    package static func check(
        _ value: JSONValue, needsRecipients: Bool = true, language: Language = .english
    ) -> [ErrorDetail] {
        var checker = FieldChecker(admitsUnknown: false, language: language)
        guard case .object(let json) = value else {
            checker.report(.fieldWrongKind, .message(.expectObject, [:]))
            return checker.findings
        }
        guard let schema = schema(of: json) else {
            checker.report(
                json["type"] == nil ? .fieldMissing : .typeUnknown, at: ["type"],
                .message(.expectCode, ["codes": typesKnown]))
            return checker.findings
        }
        checker.check(json, schema.draft)
        if needsRecipients, json["to"] == nil {
            checker.report(.fieldMissing, at: ["to"], .message(.expectList, [:]))
        }
        checker.checkConditions(header: json, body: json, bodyPath: [])
        checker.checkOfficers(
            FieldChecker.namedOfficers(in: json),
            cover: json.texts("to").compactMap { try? NodeID($0) },
            when: json.read("tlp", TrafficLight.init(rawValue:)), path: [])
        return checker.findings
    }

    private static func schema(of json: JSONObject) -> DocumentSchema? {
        json.read("type", DocumentType.init).flatMap { DocumentSchemas.newest($0) }
    }

    private static var typesKnown: String {
        DocumentSchemas.all.map(\.version.type.code).joined(separator: ", ")
    }
}
