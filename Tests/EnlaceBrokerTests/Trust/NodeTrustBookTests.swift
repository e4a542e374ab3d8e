import EnlaceCrypto
import EnlaceModel
import EnlaceStore
import EnlaceTestSupport
import Synchronization
import Testing

@testable import EnlaceBroker

@Suite("Trust book of a node")
struct NodeTrustBookTests {
    private let pki: TestPKI
    private let own: PKINode
    private let peer: PKINode
    private let clock = ManualClock()
    private let store = InMemoryStore(identity: Fixture.identity)
    private let folder: TemporaryFolder

    init() throws {
        pki = try TestPKI()
        own = try pki.node(Fixture.hsi)
        peer = try pki.node(Fixture.fevimtra)
        folder = try TemporaryFolder()
    }

    private func book(_ officers: [PKIOfficer] = []) async throws -> NodeTrustBook {
        try await own.trustBook(
            store: store, officers: officers, peers: [peer],
            storageFolder: folder.path("storage"), clock: clock)
    }

    private func officer(_ name: String, of node: NodeID, roles: Set<Role> = [.officer]) throws
        -> PKIOfficer
    {
        try pki.officer(OfficerID(node: node, opaque: name), roles: roles)
    }

    private func signer(_ officer: PKIOfficer, in book: NodeTrustBook) -> TrustedSigner? {
        book.peer(Fixture.fevimtra)?.signers[officer.signing.certificate.fingerprint]
    }

    @Test("an approved peer is known by its keys, an unknown node by nothing")
    func peers() async throws {
        let book = try await book()
        let trust = try #require(book.peer(Fixture.fevimtra))
        #expect(trust.logKey == (try Ed25519.publicKey(of: peer.logKey)))
        #expect(trust.trouble == nil)
        #expect(trust.directoryVersion == 0)
        #expect(book.peer(Fixture.fbi) == nil)
        #expect(book.peers.map(\.node) == [Fixture.fevimtra])
    }

    @Test("officers of an accepted directory are trusted, revoked ones are not, and it is logged")
    func directory() async throws {
        let book = try await book()
        let active = try officer("o-1", of: Fixture.fevimtra)
        let revoked = try officer("o-2", of: Fixture.fevimtra)
        let changes = Mutex<[TrustChange]>([])
        book.observe { change in changes.withLock { $0.append(change) } }
        let directory = try peer.directory([(active, .active), (revoked, .revoked)])
        try await book.accept(directory: directory.bytes, from: Fixture.fevimtra)
        let trusted = try #require(signer(active, in: book))
        #expect(trusted.officer == active.officer)
        #expect(trusted.refusal == nil)
        #expect(signer(revoked, in: book)?.refusal == .signerRevoked)
        #expect(book.peer(Fixture.fevimtra)?.directoryVersion == 1)
        #expect(changes.withLock { $0 } == [.peer(Fixture.fevimtra)])
        #expect(try await store.newestDirectory(of: Fixture.fevimtra)?.digest == directory.digest)
    }

    @Test(
        "the same directory again changes nothing; another of the same or a lower version is refused"
    )
    func directoryOrder() async throws {
        let book = try await book()
        let active = try officer("o-1", of: Fixture.fevimtra)
        let first = try peer.directory([(active, .active)])
        try await book.accept(directory: first.bytes, from: Fixture.fevimtra)
        try await book.accept(directory: first.bytes, from: Fixture.fevimtra)
        let rival = try peer.directory([(active, .revoked)])
        let gap = try peer.directory([], version: 2, previous: rival.digest)
        for refused in [rival, gap] {
            await #expect(throws: BrokerError(.directoryInvalid, object: "")) {
                try await book.accept(directory: refused.bytes, from: Fixture.fevimtra)
            }
        }
        #expect(signer(active, in: book)?.refusal == nil)
        let second = try peer.directory(
            [(active, .revoked)], version: 2, previous: first.digest)
        try await book.accept(directory: second.bytes, from: Fixture.fevimtra)
        #expect(signer(active, in: book)?.refusal == .signerRevoked)
        await #expect(throws: BrokerError(.directoryInvalid, object: "")) {
            try await book.accept(directory: first.bytes, from: Fixture.fevimtra)
        }
    }

    @Test("a directory by another node's key, or of another node, is refused")
    func foreignDirectory() async throws {
        let book = try await book()
        let stranger = try pki.node(Fixture.fevimtra)
        let forged = try stranger.directory([])
        let other = try own.directory([])
        for refused in [forged, other] {
            await #expect(throws: BrokerError(.directoryInvalid, object: "")) {
                try await book.accept(directory: refused.bytes, from: Fixture.fevimtra)
            }
        }
        await #expect(throws: BrokerError(.peerNotApproved, object: "")) {
            try await book.accept(directory: forged.bytes, from: Fixture.fbi)
        }
    }

    @Test("an officer of the other country's authority is not trusted under this peer's pin")
    func pinnedIssuer() async throws {
        let book = try await book()
        let key = try PrivateKey.generate(.p256)
        let id = try OfficerID(node: Fixture.fevimtra, opaque: "o-9")
        let request = try CertificateRequest.make(
            profile: .officerSigning, name: .officer(id), key: key)
        let foreign = try pki.us.issue(request, as: .officerSigning, now: pki.now)
        var content = try DirectoryContent(
            UnverifiedSignedDocument(peer.directory([]).bytes).content)
        content.officers = [
            .init(officer: id, certificate: foreign.derBytes, roles: [.officer], state: .active)
        ]
        let made = try OfficerDirectory.make(content, statement: peer.statement, at: pki.now)
        try await book.accept(directory: made.bytes, from: Fixture.fevimtra)
        let trust = try #require(book.peer(Fixture.fevimtra))
        #expect(trust.signers[foreign.fingerprint]?.refusal == .certificateUntrusted)
    }

    @Test(
        "a certificate revoked by its authority is refused with the directory that brings the list")
    func revokedByAuthority() async throws {
        let book = try await book()
        let person = try officer("o-1", of: Fixture.fevimtra)
        let first = try peer.directory([(person, .active)])
        try await book.accept(directory: first.bytes, from: Fixture.fevimtra)
        #expect(signer(person, in: book)?.refusal == nil)
        clock.advance(by: .seconds(60))
        try pki.revoke(person.signing.certificate, at: clock.now())
        let second = try peer.directory(
            [(person, .active)], version: 2, previous: first.digest)
        try await book.accept(directory: second.bytes, from: Fixture.fevimtra)
        #expect(signer(person, in: book)?.refusal == .signerRevoked)
    }

    @Test("judgements end with what they rest on: certificates expire, lists become stale")
    func time() async throws {
        let book = try await book()
        let person = try officer("o-1", of: Fixture.fevimtra)
        try await book.accept(
            directory: peer.directory([(person, .active)]).bytes, from: Fixture.fevimtra)
        clock.advance(by: .seconds(32 * 86_400))
        let trust = try #require(book.peer(Fixture.fevimtra))
        #expect(trust.trouble == .revocationListStale)
        clock.advance(by: .seconds(400 * 86_400))
        #expect(book.peer(Fixture.fevimtra)?.trouble == .cardOutdated)
        #expect(signer(person, in: book)?.refusal == .certificateExpired)
    }

    @Test("a peer connects by a TLS certificate of its own, under its own authority")
    func connecting() async throws {
        let book = try await book()
        let tls = peer.tls.certificate
        #expect(try book.node(tls: tls, chain: []) == Fixture.fevimtra)
        #expect(throws: CryptoError(.certificateWrongUsage, object: "")) {
            try book.node(tls: peer.encryption.certificate, chain: [])
        }
        #expect(throws: BrokerError(.peerNotApproved, object: "")) {
            try book.node(tls: own.tls.certificate, chain: [])
        }
        let key = try PrivateKey.generate(.p256)
        let request = try CertificateRequest.make(
            profile: .nodeTLS, name: .node(Fixture.fevimtra), key: key)
        let foreign = try pki.us.issue(request, as: .nodeTLS, now: pki.now)
        #expect(throws: CryptoError(.certificateUntrusted, object: "")) {
            try book.node(tls: foreign, chain: [])
        }
        clock.advance(by: .seconds(60))
        try pki.revoke(tls, at: clock.now())
        try await book.accept(directory: peer.directory([]).bytes, from: Fixture.fevimtra)
        #expect(throws: CryptoError(.certificateRevoked, object: "")) {
            try book.node(tls: tls, chain: [])
        }
    }

    @Test("new revocation lists in a directory keep a peer in good standing")
    func renewedLists() async throws {
        let book = try await book()
        clock.advance(by: .seconds(32 * 86_400))
        #expect(book.peer(Fixture.fevimtra)?.trouble == .revocationListStale)
        try pki.mx.makeRevocationList(now: clock.now())
        try await book.accept(directory: peer.directory([]).bytes, from: Fixture.fevimtra)
        #expect(book.peer(Fixture.fevimtra)?.trouble == nil)
    }

    @Test("new own revocation lists count at once and are published to the peers")
    func ownLists() async throws {
        let person = try officer("o-1", of: Fixture.hsi)
        let book = try await book([person])
        let version = try #require(book.ownDirectory?.version)
        try await book.update(revocationLists: own.credentials.revocationLists)
        #expect(book.ownDirectory?.version == version)
        clock.advance(by: .seconds(60))
        try pki.revoke(person.signing.certificate, at: clock.now())
        let digest = person.signing.certificate.fingerprint
        #expect(book.ownSigner(digest)?.refusal == nil)
        try await book.update(revocationLists: own.credentials.revocationLists)
        #expect(book.ownSigner(digest)?.refusal == .signerRevoked)
        #expect(book.ownDirectory?.version == version + 1)
        await #expect(throws: CryptoError(.revocationListInvalid, object: "")) {
            try await book.update(revocationLists: [[1, 2, 3]])
        }
        #expect(book.ownSigner(digest)?.refusal == .signerRevoked)
    }

    @Test("a later card replaces the one held; an older one is refused for ever")
    func card() async throws {
        let book = try await book()
        let first = try await peerCard()
        let content = try peer.cardContent(version: 2, previous: SHA256.digest(first))
        let second = try NodeCard.make(content, statement: peer.statement, at: pki.now)
        try await book.accept(card: second, from: Fixture.fevimtra)
        #expect(book.peer(Fixture.fevimtra)?.cardVersion == 2)
        await #expect(throws: BrokerError(.cardOutdated, object: "")) {
            try await book.accept(card: first, from: Fixture.fevimtra)
        }
        #expect(try await store.peers().first?.cardVersion == 2)
    }

    /// The card under which the peer was enrolled; signatures differ each time they are made.
    private func peerCard() async throws -> [UInt8] {
        try #require(try await store.peers().first).card
    }

    @Test("a book built again from the store knows what the first one knew")
    func rebuilt() async throws {
        let own = try officer("a-1", of: Fixture.hsi)
        let book = try await book([own])
        let person = try officer("o-1", of: Fixture.fevimtra)
        let directory = try peer.directory([(person, .active)])
        try await book.accept(directory: directory.bytes, from: Fixture.fevimtra)
        let again = try await NodeTrustBook(
            store: store, keys: book.ownKeys, credentials: book.credentials, clock: clock,
            random: SystemRandom())
        #expect(signer(person, in: again)?.refusal == nil)
        #expect(again.ownDirectory == book.ownDirectory)
        #expect(again.ownSigner(own.signing.certificate.fingerprint)?.refusal == nil)
    }

    @Test("only a client certificate on the roster logs in, and only until it is revoked")
    func login() async throws {
        let person = try officer("o-1", of: Fixture.hsi, roles: [.officer, .auditor])
        let book = try await book([person])
        let known = try book.person(client: person.client.certificate.derBytes)
        #expect(known == Person(officer: person.officer, roles: [.officer, .auditor]))
        #expect(throws: BrokerError(.officerUnknown, object: "")) {
            try book.person(client: person.signing.certificate.derBytes)
        }
        let stranger = try officer("o-1", of: Fixture.hsi)
        #expect(throws: BrokerError(.officerUnknown, object: "")) {
            try book.person(client: stranger.client.certificate.derBytes)
        }
        try book.replaceRoster(with: person.record(revokedAt: clock.now()))
        #expect(throws: BrokerError(.officerRevoked, object: "")) {
            try book.person(client: person.client.certificate.derBytes)
        }
        let digest = person.signing.certificate.fingerprint
        #expect(book.ownSigner(digest)?.refusal == .signerRevoked)
    }
}
