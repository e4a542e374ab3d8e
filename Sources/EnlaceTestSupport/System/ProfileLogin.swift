package import EnlaceCrypto
import EnlaceFiles
package import EnlaceModel
package import EnlaceTransport

/// A person as the profile file on their machine has them, with both keys opened.
package struct ProfileLogin: Sendable {
    package let officer: OfficerID
    package let address: NetworkAddress
    package let client: Credential
    package let signing: Credential
    private let authorities: [Certificate]

    /// - Parameter passphraseFile: holds the passphrase of the keys, when they have one.
    package init(profile: String, passphraseFile: String?) throws {
        let json = try JSONParser.parse(FileSystem.read(profile, bytesMax: 65_536))
        func text(_ name: String) throws -> String {
            guard let text = json[name]?.stringValue else {
                throw ModelError(.fieldMissing, object: "\(profile) \(name)")
            }
            return text
        }
        func path(_ name: String) throws -> String {
            FileSystem.join(FileSystem.parent(of: profile), try text(name))
        }
        func credential(_ use: String) throws -> Credential {
            try Credential.load(
                certificateFile: path("\(use)Certificate"), keyFile: path("\(use)Key"),
                passphrase: try passphraseFile.map(Self.passphrase))
        }
        officer = try OfficerID(text("officer"))
        address = try NetworkAddress(text("address"))
        client = try credential("client")
        signing = try credential("signing")
        authorities = try (json["authorities"]?.arrayValue ?? []).flatMap { file in
            try Certificate.loadAll(
                file: FileSystem.join(
                    FileSystem.parent(of: profile), file.stringValue ?? ""))
        }
    }

    /// Logs in over the network as the program `enlace` does.
    package func withSession<Result: Sendable>(
        limits: TransportLimits = TransportLimits(),
        _ body: (ClientSession) async throws -> Result
    ) async throws -> Result {
        let verifier = try ChainVerifier(anchors: authorities, policy: .ifPresent)
        let node = officer.node
        let connector = ClientConnector(
            officer: officer,
            context: try TLSContext(side: .client, protocolName: .client, credential: client),
            verifyPeer: { leaf, _ in
                do throws(CryptoError) {
                    let certificate = try Certificate(derBytes: leaf, object: node.text)
                    _ = try verifier.verify(
                        certificate, as: .nodeTLS, name: .node(node), at: LeadWriter.now,
                        intermediates: [])
                    return .node(node)
                } catch { return .refused(error) }
            }, software: "enlace-test", limits: limits)
        return try await connector.withSession(at: address, body)
    }

    private static func passphrase(_ file: String) throws -> Secret {
        let bytes = try FileSystem.read(file, bytesMax: 4096)
        return Secret(copying: bytes.prefix { $0 != 0x0A })
    }
}
