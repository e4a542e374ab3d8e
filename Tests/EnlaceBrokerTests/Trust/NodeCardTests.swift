import EnlaceCrypto
import EnlaceModel
import EnlaceTestSupport
import Testing

@testable import EnlaceBroker

@Suite("Node card")
struct NodeCardTests {
    private let pki: TestPKI
    private let node: PKINode

    init() throws {
        pki = try TestPKI()
        node = try pki.node(Fixture.fevimtra)
    }

    private func reason(_ bytes: [UInt8]) -> String? {
        do {
            _ = try NodeCard(bytes)
            return nil
        } catch {
            return error.code == .cardInvalid ? error.context["reason"] : error.code.rawValue
        }
    }

    @Test("a card opens, holds at its time and has the fingerprint of its bytes")
    func opens() throws {
        let bytes = try node.card()
        let card = try NodeCard(bytes)
        #expect(card.node == Fixture.fevimtra)
        #expect(card.fingerprint == SHA256.digest(bytes))
        let ends = try card.check(at: pki.now)
        #expect(ends.contains(card.content.validUntil))
        // The revocation list ends first: 30 days and a day of grace.
        #expect(ends.min() == pki.now.advanced(by: .seconds(31 * 86_400)))
        try card.checkFirst()
    }

    @Test("a card is outdated before and after its validity")
    func validity() throws {
        let card = try NodeCard(node.card())
        let late = card.content.validUntil.advanced(by: .seconds(1))
        #expect(throws: BrokerError(.cardOutdated, object: "")) { try card.check(at: late) }
        let early = pki.now.advanced(by: .seconds(-301))
        #expect(throws: BrokerError(.cardOutdated, object: "")) { try card.check(at: early) }
    }

    @Test("a card signed by another key than its own statement key is refused")
    func otherSigner() throws {
        let other = try pki.credential(.nodeStatement, name: .node(Fixture.fevimtra))
        let bytes = try NodeCard.make(node.cardContent(), statement: other, at: pki.now)
        #expect(reason(bytes) == "SIGNER_UNKNOWN")
    }

    @Test("a changed byte of the content is refused")
    func changed() throws {
        var bytes = try node.card()
        let place = try #require(
            bytes.indices.first { bytes[$0...].starts(with: Array("\"test\"".utf8)) })
        bytes[place + 1] = UInt8(ascii: "T")
        #expect(reason(bytes) == "SIGNATURE_INVALID")
    }

    @Test("a card with certificates of another node, or for another use, does not hold")
    func wrongCertificates() throws {
        let stranger = try pki.node(Fixture.hsi)
        var content = try node.cardContent()
        content.tlsCertificate = stranger.tls.certificate.derBytes
        let card = try NodeCard(NodeCard.make(content, statement: node.statement, at: pki.now))
        #expect(throws: CryptoError(.certificateWrongName, object: "")) {
            try card.check(at: pki.now)
        }
        content = try node.cardContent()
        content.encryptionCertificate = node.tls.certificate.derBytes
        let bytes = try NodeCard.make(content, statement: node.statement, at: pki.now)
        #expect(reason(bytes) == "CERTIFICATE_WRONG_USAGE")
    }

    @Test("a later card with the same statement key succeeds")
    func sameKey() throws {
        let first = try NodeCard(node.card())
        let content = try node.cardContent(version: 2, previous: first.fingerprint)
        let second = try NodeCard(
            NodeCard.make(content, statement: node.statement, at: pki.now))
        try second.checkSuccession(of: first)
    }

    @Test("a later card with a new statement key needs the old key's signature")
    func newKey() throws {
        let first = try NodeCard(node.card())
        let statement = try pki.credential(.nodeStatement, name: .node(Fixture.fevimtra))
        var content = try node.cardContent(version: 2, previous: first.fingerprint)
        content.statementCertificate = statement.certificate.derBytes
        let alone = try NodeCard(NodeCard.make(content, statement: statement, at: pki.now))
        #expect(throws: BrokerError(.cardInvalid, object: "")) {
            try alone.checkSuccession(of: first)
        }
        let both = try NodeCard(
            NodeCard.make(
                content, statement: statement, previous: node.statement, at: pki.now))
        try both.checkSuccession(of: first)
        #expect(throws: BrokerError(.cardInvalid, object: "")) { try both.checkFirst() }
        let stranger = try pki.credential(.nodeStatement, name: .node(Fixture.fevimtra))
        let wrong = try NodeCard(
            NodeCard.make(content, statement: statement, previous: stranger, at: pki.now))
        #expect(throws: BrokerError(.cardInvalid, object: "")) {
            try wrong.checkSuccession(of: first)
        }
    }

    @Test("a card that is not newer is refused for ever; one that skips the predecessor's hash too")
    func order() throws {
        let first = try NodeCard(node.card())
        let skipped = try SHA256Digest(bytes: [UInt8](repeating: 1, count: 32))
        let content = try node.cardContent(version: 2, previous: skipped)
        let second = try NodeCard(
            NodeCard.make(content, statement: node.statement, at: pki.now))
        #expect(throws: BrokerError(.cardInvalid, object: "")) {
            try second.checkSuccession(of: first)
        }
        #expect(throws: BrokerError(.cardOutdated, object: "")) {
            try first.checkSuccession(of: second)
        }
        #expect(throws: BrokerError(.cardOutdated, object: "")) {
            try second.checkSuccession(of: second)
        }
    }
}
