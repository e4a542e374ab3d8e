import EnlaceBroker
import EnlaceCrypto
import EnlaceFiles
import EnlaceLog
import EnlaceModel
import EnlaceStore
import EnlaceStoreSQLite
import EnlaceTestSupport
import Testing

@testable import EnlaceDaemon

@Suite("Node setup")
struct NodeSetupTests {
    private let node: NodeFolder

    init() throws {
        node = try NodeFolder(Fixture.hsi, pki: TestPKI(now: SystemClock().now()))
    }

    @Test("without certificates it makes keys and requests, and says where the certificates belong")
    func requests() async throws {
        guard case .requests(let requests) = try await node.setup().run(administrators: [])
        else {
            Issue.record("no requests")
            return
        }
        #expect(
            requests.map(\.request) == ["tls", "encryption", "statement"].map(node.data.request))
        #expect(requests.map(\.certificate).last == node.data.certificate("statement"))
        for name in ["tls", "encryption", "statement", "log", "witness"] {
            try FileSystem.checkPrivate(node.data.key(name))
        }
        #expect(!FileSystem.exists(node.data.store))
        let key = try FileSystem.read(node.data.key("tls"), bytesMax: KeyFile.bytesMax)
        _ = try await node.setup().run(administrators: [])
        #expect(try FileSystem.read(node.data.key("tls"), bytesMax: KeyFile.bytesMax) == key)
    }

    @Test("with certificates it makes card, store, local log from KEYS on, and two administrators")
    func complete() async throws {
        try await node.makeNode()
        let store = try SQLiteStore.open(
            at: node.data.store, hasher: LogPrimitives.product.hasher)
        #expect(store.identity.node == node.node)
        let card = try NodeCard(
            FileSystem.read(node.data.card(1), bytesMax: CardContent.bytesMax))
        let first = try #require(
            try await store.entries(of: store.identity.localLog, from: 0, limit: 1).first)
        guard case .keys(let keys) = try LogEntry(first, at: 0).body else {
            Issue.record("entry 0 is not KEYS")
            return
        }
        #expect(keys.card == card.fingerprint)
        let officers = try await store.officers()
        #expect(officers.map(\.officer).sorted() == node.administrators.map(\.officer))
        #expect(officers.allSatisfy { $0.roles == [.administrator] })
        #expect(try await store.newestDirectory(of: node.node)?.version == 1)
        try await store.close()
    }

    @Test("it never touches a store that is there")
    func existing() async throws {
        try await node.makeNode()
        await #expect(throws: DaemonError(.storeExists, object: "")) {
            try await node.setup().run(administrators: node.named(node.administrators))
        }
    }

    @Test("it needs two persons of this node, each with certificates of the right kind")
    func administrators() async throws {
        _ = try await node.setup().run(administrators: [])
        try node.answerRequests()
        let one = node.administrators[0]
        for named in [[], [one], [one, one]] {
            await #expect(throws: DaemonError(.secondPersonRequired, object: "")) {
                try await node.setup().run(administrators: node.named(named))
            }
        }
        let stranger = try node.pki.officer(OfficerID(node: Fixture.fevimtra, opaque: "a-1"))
        await #expect(throws: DaemonError(.certificateWrongName, object: "")) {
            try await node.setup().run(administrators: node.named([one, stranger]))
        }
        let swapped = NodeSetup.Administrator(
            client: one.signing.certificate, signing: one.client.certificate)
        await #expect(throws: CryptoError(.certificateWrongUsage, object: "")) {
            try await node.setup().run(
                administrators: node.named([node.administrators[1]]) + [swapped])
        }
        #expect(!FileSystem.exists(node.data.store))
    }

    @Test("each file that is wrong is a finding of its own")
    func findings() async throws {
        try await node.makeNode()
        let files = NodeFiles(configuration: try node.configuration())
        let now = SystemClock().now()
        #expect(files.findings(at: now, isSetUp: true).isEmpty)
        try FileSystem.remove(node.data.key("log"))
        try FileSystem.remove(node.data.key("tls"))
        let statement = try FileSystem.read(
            node.data.key("statement"), bytesMax: KeyFile.bytesMax)
        try FileSystem.writeDurably(
            statement, to: node.data.key("statement"), mode: .publicFile)
        try FileSystem.writeDurably(
            statement, to: node.data.key("encryption"), mode: .privateFile)
        #expect(
            files.findings(at: now, isSetUp: true).map(\.code) == [
                .keyMissing, .keyMismatch, .fileWorldReadable, .keyMissing,
            ])
        try FileSystem.remove(node.folder.path("authority.crl"))
        #expect(
            files.findings(at: now, isSetUp: true).map(\.code).last == .revocationListMissing)
    }
}
