import EnlaceCrypto
import EnlaceFiles
import EnlaceModel
import Glibc
import NIOPosix

@testable import EnlaceTransport

/// A node or a person with a self-signed certificate made for this run; trust is by name, so no
/// authority is needed.
struct TestIdentity: Sendable {
    let certificate: Certificate
    let key: PrivateKey
    let certificatePEM: [UInt8]
    let keyPEM: [UInt8]

    init(_ name: CertificateName) throws {
        let folder = try FileSystem.makeTemporaryFolder(prefix: "enlace-transport")
        defer { try? FileSystem.removeTree(folder) }
        let keyFile = FileSystem.join(folder, "key.pem")
        let certificateFile = FileSystem.join(folder, "certificate.pem")
        let made = try Command.run([
            "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256",
            "-nodes", "-days", "2", "-subj", "/CN=test", "-addext",
            "subjectAltName=URI:\(name.uri)", "-keyout", keyFile, "-out", certificateFile,
        ])
        guard made.exitCode == 0 else {
            throw TransportError(.internalError, object: "openssl req", context: ["": made.output])
        }
        chmod(keyFile, 0o600)
        certificate = try Certificate.load(file: certificateFile)
        key = try PrivateKey.load(file: keyFile)
        certificatePEM = try FileSystem.read(certificateFile, bytesMax: 1 << 16)
        keyPEM = try FileSystem.read(keyFile, bytesMax: 1 << 16)
    }

    func context(_ side: TLSContext.Side, _ name: TLSProtocol) throws -> TLSContext {
        try TLSContext(side: side, protocolName: name, chain: [certificate], key: key)
    }
}

/// The cast of all suites.
struct TestIdentities: Sendable {
    let us: TestIdentity
    let mx: TestIdentity
    let officer: TestIdentity
    let usNode: NodeID
    let mxNode: NodeID
    let officerID: OfficerID

    private static let made = Result { try TestIdentities() }

    static func get() throws -> TestIdentities { try made.get() }

    private init() throws {
        usNode = try NodeID("US-DHS-HSI")
        mxNode = try NodeID("MX-FGR-FEVIMTRA")
        officerID = try OfficerID("US-DHS-HSI/a7")
        us = try TestIdentity(.node(usNode))
        mx = try TestIdentity(.node(mxNode))
        officer = try TestIdentity(.officer(officerID))
    }

    /// Believes what a certificate says.
    static let verify: PeerVerifier = { leaf, _ in
        switch (try? Certificate(derBytes: leaf))?.name {
        case .node(let node): .node(node)
        case .officer(let officer): .officer(officer)
        case nil: .refused(TransportError(.certificateWrongName, object: "certificate"))
        }
    }

    /// Believes nobody.
    static let refuse: PeerVerifier = { _, _ in
        .refused(TransportError(.certificateRevoked, object: "certificate"))
    }
}
