package import EnlaceModel
package import EnlaceStore

// What an officer does with documents; each act by its stage.
extension Desk {
    /// The most characters of a need-to-know statement.
    package static let reasonCharactersMax = 500

    /// Takes a signed document; returns when it is durable.
    package func submit(_ bytes: [UInt8], by person: Person) async throws -> SubmissionResult {
        try await context.authorise(person, .submit)
        return try await broker.submit(bytes, by: person.officer)
    }

    /// Shows a document; the reading is durable before a byte of it is given out.
    ///
    /// - Parameters:
    ///   - purpose: a code of the list of purposes.
    ///   - reason: the need-to-know statement, 1 to 500 characters.
    package func read(
        _ name: String, purpose: String, reason: String, by person: Person
    ) async throws -> PresentedDocument {
        try await context.authorise(person, .read)
        guard CodeLists.purpose.contains(purpose) else {
            throw invalid(
                "/purpose", .codeUnknown,
                CodeLists.purpose.codes.map(\.code).joined(separator: ", "))
        }
        let isStated = reason.unicodeScalars.contains { !$0.properties.isWhitespace }
        guard isStated else { throw invalid("/reason", .fieldEmpty, "a reason") }
        guard reason.count <= Self.reasonCharactersMax else {
            throw invalid("/reason", .fieldTooLong, "\(Self.reasonCharactersMax)")
        }
        return try await broker.read(
            name, purpose: purpose, reason: VisibleText.make(reason), by: person.officer,
            roles: person.roles)
    }

    package func withdraw(_ name: String, by person: Person) async throws -> DocumentItem {
        try await context.authorise(person, .withdraw)
        return try await broker.withdraw(name, by: person.officer, roles: person.roles)
    }

    /// - Parameter recipient: only to this node; nil means all that were rejected or expired.
    package func resend(
        _ name: String, to recipient: NodeID?, by person: Person
    ) async throws -> DocumentItem {
        try await context.authorise(person, .resend)
        return try await broker.resend(
            name, to: recipient, by: person.officer, roles: person.roles)
    }

    private func invalid(_ pointer: String, _ code: ErrorCode, _ expected: String) -> BrokerError {
        BrokerError(
            code, object: "read",
            details: [ErrorDetail(pointer: pointer, code: code, expectation: expected)])
    }
}
