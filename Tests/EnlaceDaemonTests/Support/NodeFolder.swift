import EnlaceCrypto
import EnlaceFiles
import EnlaceModel
import EnlaceTestSupport

@testable import EnlaceDaemon

/// The files of one node for a test: keys, certificates and configuration, as an administrator lays
/// them out.
struct NodeFolder {
    let node: NodeID
    let pki: TestPKI
    let folder: TemporaryFolder
    let administrators: [PKIOfficer]
    let peerPort: Int

    var data: DataFolder { DataFolder(folder.path("data")) }
    var configurationFile: String { folder.path("node.yaml") }

    init(_ node: NodeID, pki: TestPKI, peerPort: Int = 0) throws {
        self.node = node
        self.pki = pki
        self.peerPort = peerPort
        folder = try TemporaryFolder()
        administrators = try ["a-1", "a-2"].map { name in
            try pki.officer(OfficerID(node: node, opaque: name), roles: [.administrator])
        }
        let authority = pki.authority(of: node)
        try FileSystem.writeDurably(
            authority.certificate.pem.utf8, to: folder.path("authority.crt"), mode: .publicFile)
        try writeRevocationList()
        try FileSystem.writeDurably(text.utf8, to: configurationFile, mode: .publicFile)
    }

    func writeRevocationList() throws {
        try FileSystem.writeDurably(
            pki.authority(of: node).revocationList().pem.utf8,
            to: folder.path("authority.crl"), mode: .publicFile)
    }

    private var text: String {
        """
        node: \(node)
        environment: TRAINING
        contact: test
        data: data
        listen: {node: '127.0.0.1:\(peerPort)', client: '127.0.0.1:0'}
        addresses: ['127.0.0.1:\(peerPort == 0 ? 9 : peerPort)']
        authorities:
          nodes: [authority.crt]
          officers: [authority.crt]
          revocationLists: [authority.crl]
        openssl: {floor: []}
        """
    }

    func configuration() throws -> Configuration { try .load(file: configurationFile) }

    /// Lets the authority answer the requests that `init` left.
    func answerRequests() throws {
        for (name, profile) in [
            ("tls", CertificateProfile.nodeTLS), ("encryption", .nodeEncryption),
            ("statement", .nodeStatement),
        ] {
            let request = try CertificateRequest.load(file: data.request(name))
            let certificate = try pki.authority(of: node).issue(
                request, as: profile, name: .node(node), now: pki.now)
            try FileSystem.writeDurably(
                certificate.pem.utf8, to: data.certificate(name), mode: .publicFile)
        }
    }

    func setup() throws -> NodeSetup {
        NodeSetup(
            configuration: try configuration(), clock: SystemClock(), random: SystemRandom())
    }

    func named(_ officers: [PKIOfficer]) -> [NodeSetup.Administrator] {
        officers.map {
            NodeSetup.Administrator(
                client: $0.client.certificate, signing: $0.signing.certificate)
        }
    }

    /// Both steps of `init`.
    func makeNode() async throws {
        _ = try await setup().run(administrators: [])
        try answerRequests()
        _ = try await setup().run(administrators: named(administrators))
    }
}
