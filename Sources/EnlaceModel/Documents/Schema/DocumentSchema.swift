/// One version of one document type, as data: its fields and its rules.
package struct DocumentSchema: Sendable {
    package let version: SchemaVersion
    package let label: BilingualText
    /// The fields of `body` in the signed document.
    package let body: FieldSet
    package let rules: DocumentRules
    /// The fields of a draft: those that the completion moves to the header, and the body's.
    package let draft: FieldSet
    /// The fields of the signed document: header and body.
    package let signed: FieldSet

    /// - Parameter fields: the type's own fields; those of every type are added here.
    package init(
        _ version: SchemaVersion, label: BilingualText, rules: DocumentRules, fields: [FieldSpec]
    ) {
        self.version = version
        self.label = label
        self.rules = rules
        let all = fields + CommonFields.body
        body = FieldSet(all)
        draft = FieldSet(HeaderFields.draft + all)
        signed = FieldSet([
            .required("header", "Header", "Encabezado", .object(HeaderFields.signed)),
            .required("body", "Body", "Cuerpo", .object(body)),
        ])
    }
}

/// A field that becomes required by the value of a header field.
package struct ConditionalField: Sendable {
    let headerField: String
    let value: String
    let requiredField: String
    let code: ErrorCode

    /// The conditions that hold for every type.
    static let all = [
        ConditionalField(
            headerField: "urgency", value: Urgency.immediate.rawValue,
            requiredField: "urgencyReason", code: .urgencyReasonMissing),
        ConditionalField(
            headerField: "tlp", value: TrafficLight.red.rawValue, requiredField: "namedOfficers",
            code: .namedOfficersMissing),
    ]
}
