import EnlaceBroker
import EnlaceCrypto
import EnlaceLog
import EnlaceModel
import EnlaceTestSupport
import EnlaceWire

/// A U.S. node that seals what it likes: its log and signatures are right, its parcels need not be.
struct CrookedSender {
    struct Parcel {
        var sent: SentBody
        var sealed: UnverifiedBatch.Sealed?
    }

    let receiver: TestNode
    private(set) var entries: [[UInt8]] = []
    private var sealed: [UnverifiedBatch.Sealed] = []
    private let log = Fixture.channel(of: Fixture.hsi, to: Fixture.fevimtra)

    init(to receiver: TestNode) {
        self.receiver = receiver
        append(.keys(keys))
    }

    private var keys: KeysBody {
        KeysBody(
            cardVersion: 1, card: Fixture.digest("card"), reason: .created,
            previousHead: TreeHeadBody(size: 0, root: TestHasher.tree.emptyRoot))
    }

    mutating func append(_ body: EntryBody) {
        let draft = Fixture.draft(body, at: receiver.clock.now())
        entries.append(LogEntry(index: UInt64(entries.count), draft: draft).encoded)
    }

    /// Seals signed bytes as an honest node would, but for what the caller changes.
    mutating func send(
        _ signedBytes: [UInt8], header document: DocumentHeader, to key: PeerRecipient? = nil,
        attempt: UInt32 = 1, clear: (inout ClearHeader) -> Void = { _ in },
        parcel change: (inout Parcel) -> Void = { _ in }
    ) throws {
        let recipient = try key ?? PeerRecipient(receiver)
        let envelope = try Envelope.seal(
            signedBytes, to: recipient.encryption, random: SystemRandom())
        var header = ClearHeader(
            header: document, to: receiver.node, attempt: attempt,
            envelopeDigest: SHA256.digest(envelope), envelopeBytes: UInt64(envelope.count))
        clear(&header)
        let index = UInt64(entries.count)
        var parcel = Parcel(
            sent: SentBody(
                messageID: document.messageID, attempt: attempt,
                clearHeader: SHA256.digest(header.encoded), envelope: SHA256.digest(envelope),
                content: SHA256.digest(signedBytes)),
            sealed: .init(index: index, clearHeader: header.encoded, envelope: envelope))
        change(&parcel)
        append(.sent(parcel.sent))
        if let item = parcel.sealed { sealed.append(item) }
    }

    /// Everything so far as one batch with a right checkpoint.
    func batch() throws -> UnverifiedBatch {
        var edge = TreeEdge()
        for entry in entries {
            edge.append(leaf: TestHasher.tree.leaf(entry), hasher: TestHasher.tree)
        }
        let checkpoint = Checkpoint(
            origin: log, head: TreeHead(edge, hasher: TestHasher.tree))
        return try UnverifiedBatch(
            oldSize: 0, entries: entries, sealed: sealed,
            checkpoint: TestNodeIdentity.hsi.logSigner(log).signed(checkpoint).encoded,
            cosignature: nil)
    }
}

/// The encryption key that envelopes are made for.
struct PeerRecipient {
    let encryption: EncryptionRecipient

    init(_ node: TestNode) throws { encryption = try node.asPeer().encryption }
}
