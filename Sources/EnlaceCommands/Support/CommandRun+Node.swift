import EnlaceCrypto
import EnlaceFiles
import EnlaceModel
import EnlaceTransport

extension CommandRun {
    /// Logs in with the keys of the profile, and closes the session whatever happens.
    func withNode<Result: Sendable>(
        _ body: (NodeClient) async throws -> Result
    ) async throws -> Result {
        try await NodeClient.session(desk(), body)
    }

    /// Signs a statement as the first person of an act.
    func sign(_ content: (Timestamp, OfficerID) -> StatementContent) throws -> [UInt8] {
        let desk = try desk()
        let now = SystemClock().now()
        return try desk.sign(content(now, desk.profile.officer).encoded, at: now).derBytes
    }

    /// Signs the same statement as the second person.
    func approve(_ statement: UnverifiedSignedDocument) throws -> [UInt8] {
        try desk().approve(statement, at: SystemClock().now()).derBytes
    }

    /// Compares a fingerprint with what the other side has read out: `--fingerprint`, else typed on
    /// the terminal. What was computed is not shown first, so that nobody agrees without comparing.
    func confirm(_ digest: SHA256Digest, given: String?, object: String) throws {
        let typed = try given ?? askFingerprint()
        guard Fingerprint.normalised(typed) == digest.hex else {
            throw CommandError(
                .fingerprintMismatch, object: object,
                context: [
                    "expected": VisibleText.make(typed), "found": Fingerprint(digest).grouped,
                ])
        }
    }

    private func askFingerprint() throws -> String {
        guard !options.json else { throw CommandError(.usage, object: "--fingerprint") }
        return try Terminal.ask(text(.askFingerprint), option: "--fingerprint")
    }
}
