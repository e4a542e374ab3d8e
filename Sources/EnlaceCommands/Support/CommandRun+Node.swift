import EnlaceCrypto
import EnlaceModel
import EnlaceTransport

extension CommandRun {
    /// Opens the profile, logs in, and closes the session whatever happens.
    func withNode<Result>(
        _ body: (NodeClient) async throws -> Result
    ) async throws -> Result {
        try await withNode(desk(), body)
    }

    /// Logs in with the keys of this desk, and closes the session whatever happens.
    func withNode<Result>(
        _ desk: OfficerDesk, _ body: (NodeClient) async throws -> Result
    ) async throws -> Result {
        let client = try await NodeClient.open(desk)
        do {
            let result = try await body(client)
            await client.close()
            return result
        } catch {
            await client.close()
            throw error
        }
    }

    /// The profile of this command with its keys still closed.
    func desk() throws -> OfficerDesk {
        OfficerDesk(
            file: try ProfileFile.open(options.profile),
            unlock: KeyUnlock(
                descriptor: options.passphraseDescriptor, question: text(.askPassphrase)))
    }
}
