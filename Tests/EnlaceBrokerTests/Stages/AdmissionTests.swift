import EnlaceCrypto
import EnlaceLog
import EnlaceModel
import EnlaceStore
import EnlaceTestSupport
import EnlaceWire
import Testing

@testable import EnlaceBroker

@Suite("Admission")
struct AdmissionTests {
    private enum Answer: Equatable {
        case admitted
        case rejected(ErrorCode, isRetryable: Bool)
    }

    /// What the Mexican node answers to parcels that the U.S. node's keys have sealed.
    private func answers(
        trust: PeerTrust? = nil, announcedDirectory: UInt32 = 0, nodes: TwoNodes,
        _ send: (inout CrookedSender) throws -> Void
    ) async throws -> [Answer] {
        var sender = CrookedSender(to: nodes.fevimtra)
        try send(&sender)
        let batch = try sender.batch()
        let peer = try trust ?? nodes.hsi.asPeer()
        let growth = try growth(batch, peer)
        let items = try await Admission(
            context: nodes.fevimtra.broker.context, peer: peer,
            announcedDirectory: announcedDirectory
        ).judge(growth, batch.sealed)
        return items.map { item in
            switch item.verdict {
            case .admit: .admitted
            case .reject(let code, let isRetryable): .rejected(code, isRetryable: isRetryable)
            }
        }
    }

    private func growth(_ batch: UnverifiedBatch, _ peer: PeerTrust) throws -> VerifiedExtension {
        let log = Fixture.channel(of: Fixture.hsi, to: Fixture.fevimtra)
        return try CopyVerifier(
            origin: log,
            logKey: NoteVerifier(
                name: log.text, publicKey: peer.logKey, hasher: TestHasher.tree),
            primitives: .product
        ).extend(
            held: TreeEdge(), oldSize: 0, entries: batch.entries, checkpoint: batch.checkpoint)
    }

    private func header(_ signedBytes: [UInt8]) throws -> DocumentHeader {
        let content = try UnverifiedSignedDocument(signedBytes).content
        return try UncheckedDocument(content).check(.receiver).header
    }

    private static let refused = Answer.rejected(.envelopeRefused, isRetryable: false)

    @Test("an honest parcel is admitted")
    func honest() async throws {
        let nodes = try await TwoNodes()
        let lead = try nodes.hsi.lead()
        let answers = try await answers(nodes: nodes) {
            try $0.send(lead, header: header(lead))
        }
        #expect(answers == [.admitted])
    }

    @Test(
        "a clear header that is not what the node committed to, or for another, is refused",
        arguments: 0..<6)
    func clearHeader(_ number: Int) async throws {
        let nodes = try await TwoNodes()
        let lead = try nodes.hsi.lead()
        let answers = try await answers(nodes: nodes) { sender in
            try sender.send(lead, header: header(lead)) { clear in
                switch number {
                case 0: clear.to = Fixture.fbi
                case 1: clear.from = Fixture.fbi
                case 2: clear.environment = .live
                case 3: clear.envelopeBytes += 1
                case 4: clear.messageID = Fixture.messageID(99)
                default: clear.attempt = 2
                }
            }
        }
        #expect(answers == [Self.refused])
    }

    @Test("a clear header that contradicts the signed one is refused", arguments: 0..<4)
    func contradiction(_ number: Int) async throws {
        let nodes = try await TwoNodes()
        let lead = try nodes.hsi.lead()
        let answers = try await answers(nodes: nodes) { sender in
            try sender.send(lead, header: header(lead)) { clear in
                switch number {
                case 0: clear.urgency = .immediate
                case 1: clear.threadID = Fixture.messageID(99)
                case 2: clear.expiresAt = clear.expiresAt.advanced(by: .seconds(1))
                default: clear.type = .intelligenceReport
                }
            }
        }
        #expect(answers == [.rejected(.clearHeaderContradicts, isRetryable: false)])
    }

    @Test("a parcel whose bytes are not the committed ones is refused", arguments: 0..<4)
    func bytes(_ number: Int) async throws {
        let nodes = try await TwoNodes()
        let lead = try nodes.hsi.lead()
        let answers = try await answers(nodes: nodes) { sender in
            try sender.send(
                lead, header: header(lead),
                parcel: { parcel in
                    let sealed = parcel.sealed
                    switch number {
                    case 0: parcel.sealed = nil
                    case 1:
                        parcel.sealed = sealed.map {
                            .init(
                                index: $0.index, clearHeader: $0.clearHeader,
                                envelope: $0.envelope.dropLast() + [0])
                        }
                    case 2:
                        parcel.sealed = sealed.map {
                            .init(index: $0.index, clearHeader: [1], envelope: $0.envelope)
                        }
                    default:
                        let sent = parcel.sent
                        parcel.sent = SentBody(
                            messageID: sent.messageID, attempt: sent.attempt,
                            clearHeader: sent.clearHeader, envelope: sent.envelope,
                            content: Fixture.digest("other"))
                    }
                })
        }
        #expect(answers == [Self.refused])
    }

    @Test("an envelope for another node's key is refused")
    func wrongKey() async throws {
        let nodes = try await TwoNodes()
        let lead = try nodes.hsi.lead()
        let answers = try await answers(nodes: nodes) {
            try $0.send(lead, header: header(lead), to: PeerRecipient(nodes.hsi))
        }
        #expect(answers == [Self.refused])
    }

    @Test("a document not signed by who it says, or not signed at all, is refused")
    func signatures() async throws {
        let nodes = try await TwoNodes()
        let lead = try nodes.hsi.lead()
        var forged = lead
        forged[forged.count - 1] ^= 1
        let header = try header(lead)
        let answers = try await answers(nodes: nodes) {
            try $0.send(forged, header: header)
            try $0.send([0x30, 0x00], header: header)
            try $0.send(UnverifiedSignedDocument(lead).content, header: header)
        }
        #expect(answers == [Self.refused, Self.refused, Self.refused])
    }

    @Test("a signer of no directory is unknown, and stale when a newer directory was announced")
    func unknownSigner() async throws {
        let nodes = try await TwoNodes()
        let lead = try nodes.hsi.lead()
        let stranger = try nodes.hsi.asPeer(directoryVersion: 3, knowsOfficers: false)
        for (announced, code) in [(UInt32(3), ErrorCode.signerUnknown), (4, .directoryStale)] {
            let answers = try await answers(
                trust: stranger, announcedDirectory: announced, nodes: nodes
            ) { try $0.send(lead, header: header(lead)) }
            #expect(answers == [.rejected(code, isRetryable: true)])
        }
    }

    @Test("a revoked officer's document is refused for good")
    func revoked() async throws {
        let nodes = try await TwoNodes()
        let lead = try nodes.hsi.lead()
        let answers = try await answers(
            trust: nodes.hsi.asPeer(refusal: .signerRevoked), nodes: nodes
        ) { try $0.send(lead, header: header(lead)) }
        #expect(answers == [.rejected(.signerRevoked, isRetryable: false)])
    }

    @Test("expiry has a grace of five minutes, and a signature from further ahead waits")
    func times() async throws {
        let nodes = try await TwoNodes()
        let lead = try nodes.hsi.lead { $0.lifetime = .seconds(60) }
        let header = try header(lead)
        nodes.clock.advance(by: .seconds(360))
        var answers = try await answers(nodes: nodes) { try $0.send(lead, header: header) }
        #expect(answers == [.admitted])
        nodes.clock.advance(by: .seconds(1))
        answers = try await self.answers(nodes: nodes) { try $0.send(lead, header: header) }
        #expect(answers == [.rejected(.expired, isRetryable: false)])
        nodes.clock.set(header.draftedAt.advanced(by: .seconds(-301)))
        answers = try await self.answers(nodes: nodes) { try $0.send(lead, header: header) }
        #expect(answers == [.rejected(.signedInFuture, isRetryable: true)])
    }

    @Test("a schema of another major version waits, a later minor one is admitted")
    func schemas() async throws {
        let nodes = try await TwoNodes()
        let lead = try nodes.hsi.lead()
        let header = try header(lead)
        let cases: [(String, Answer)] = [
            ("LEAD/2.0", .rejected(.schemaUnknown, isRetryable: true)),
            ("RFI/1.0", .rejected(.schemaUnknown, isRetryable: true)),
            ("LEAD/1.7", .admitted),
        ]
        for (schema, expected) in cases {
            let other = try nodes.hsi.resigned(lead, replacing: "LEAD/1.0", with: schema)
            let answers = try await answers(nodes: nodes) { sender in
                try sender.send(other, header: header)
            }
            #expect(answers == [expected])
        }
    }

    @Test("bytes that are no document are refused for good")
    func malformed() async throws {
        let nodes = try await TwoNodes()
        let lead = try nodes.hsi.lead()
        let header = try header(lead)
        let other = try nodes.hsi.resigned(lead, replacing: "SEX_TRAFFICKING", with: "NONE")
        let answers = try await answers(nodes: nodes) {
            try $0.send(other, header: header)
        }
        #expect(answers == [.rejected(.documentInvalid, isRetryable: false)])
    }

    @Test("the same content again is receipted and not delivered twice; other content conflicts")
    func duplicates() async throws {
        let nodes = try await TwoNodes()
        let mx = nodes.fevimtra
        let lead = try nodes.hsi.lead(1)
        let other = try nodes.hsi.lead(1) { $0.title = "Another" }
        var sender = CrookedSender(to: mx)
        try sender.send(lead, header: header(lead))
        try sender.send(lead, header: header(lead), attempt: 2)
        try sender.send(other, header: header(other), attempt: 3)
        let batch = try sender.batch()
        let peer = try nodes.hsi.asPeer()
        let growth = try growth(batch, peer)
        let back = Fixture.channel(of: Fixture.fevimtra, to: Fixture.hsi)
        _ = try await mx.store.createLog(back, first: Fixture.keys())
        let outcome = try await mx.store.recordPeerBatch(
            PeerBatchRecord(
                peer: Fixture.hsi, ownLog: back, copy: growth,
                admissions: Admission(
                    context: mx.broker.context, peer: peer, announcedDirectory: 0
                ).judge(growth, batch.sealed),
                settlements: [], cosignature: nil, localEntries: [], at: mx.clock.now()))
        let identity = Fixture.identity(1)
        #expect(outcome.admitted == [identity])
        #expect(outcome.conflicts == [identity])
        #expect(try await mx.names(in: back) == ["KEYS", "RECEIVED", "RECEIVED", "REJECTED"])
        #expect(
            try await mx.store.document(identity)?.document.content == SHA256.digest(lead))
    }

    @Test("a document that demands a release is refused without one")
    func release() async throws {
        let nodes = try await TwoNodes()
        let bare = try nodes.hsi.lead(1) { $0.releaseRequired = true }
        let released = try nodes.hsi.lead(
            2, { $0.releaseRequired = true }, approver: nodes.hsi.releaser)
        let answers = try await answers(nodes: nodes) {
            try $0.send(bare, header: header(bare))
            try $0.send(released, header: header(released))
        }
        #expect(answers == [.rejected(.releaseRequired, isRetryable: false), .admitted])
    }
}
