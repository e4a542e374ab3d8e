import EnlaceLog
import EnlaceModel
import EnlaceStore
import EnlaceWire
import Logging

/// The sending half of one session: seals what is due and sends the growth of the own channel log.
///
/// There is no timer: what gathered while one batch was committed is the next. Up to the limits of
/// documents in flight it does not wait for the peer, so that sealing and admission overlap.
struct OutboundLoop<Link: PeerLink> {
    private let context: BrokerContext
    private let link: Link
    private let state: SessionState
    private let log: LogOrigin
    private var lane: Lane
    /// The own log up to what was sent in this session, or held by the peer before it.
    private var edge: TreeEdge?
    private var announcedDirectory: UInt32 = 0
    private var hasSentCard = false
    /// Entries that go before the next sealed documents.
    private var pendingEntries: [EntryDraft] = []
    /// Envelopes sealed in this session and not yet sent.
    private var fresh: [UInt64: EnvelopeInFlight] = [:]

    init(context: BrokerContext, link: Link, state: SessionState) {
        self.context = context
        self.link = link
        self.state = state
        log = context.channelLog(to: link.peer)
        lane = Lane(context: context, peer: link.peer, state: state)
    }

    /// Returns when the session has ended and everything said before its end was handed to the link.
    mutating func run() async throws {
        for await _ in state.signal.raises {
            let hasEnded = state.end != nil
            for frame in state.takeOutbox() { try await send(frame) }
            if hasEnded { return }
            guard let (hello, terms) = state.opened, let start = state.start else { continue }
            if edge == nil { edge = start }
            do {
                try await turn(hello, terms)
            } catch let error as StoreError where error.code.kind == .transient {
                // Nothing was written; the sweep wakes this loop again.
                context.dispatcher.update(link.peer) { $0.lastError = error.code }
                context.logger.warning(
                    "sealing waits for the store",
                    metadata: ["peer": "\(link.peer)", "code": "\(error.code.rawValue)"])
            }
        }
    }

    private mutating func turn(_ hello: PeerHello, _ terms: SessionTerms) async throws {
        if let rewind = state.pendingRewind {
            guard context.clock.now() >= rewind.notBefore else { return }
            edge = try await context.logs.edge(of: log, at: rewind.size)
            state.endRewind()
        }
        try await introduce(hello)
        let mayBeMore = try await seal(terms)
        try await sendGrowth(terms)
        if mayBeMore { state.signal.raise() }
    }

    /// Sends card and officer directory when the peer holds older ones; a directory is logged before
    /// the first document that is sealed under it.
    private mutating func introduce(_ hello: PeerHello) async throws {
        let keys = context.trust.ownKeys
        if !hasSentCard, keys.cardVersion > 1 { try await say(.card(keys.card)) }
        hasSentCard = true
        let announced = max(announcedDirectory, hello.heldDirectoryVersion)
        guard let own = context.trust.ownDirectory, own.version > announced else { return }
        try await say(.directory(version: own.version, cms: own.bytes))
        announcedDirectory = own.version
        pendingEntries.append(
            context.draft(.directory(DirectoryBody(version: own.version, directory: own.digest))))
    }

    /// Seals what is due and fits; whether another look is worth while.
    private mutating func seal(_ terms: SessionTerms) async throws -> Bool {
        if state.takeAnchor() { pendingEntries += try await anchors() }
        let rows = try await lane.take(terms)
        guard !rows.isEmpty || !pendingEntries.isEmpty else { return false }
        guard let peer = context.trust.peer(link.peer) else {
            throw BrokerError(.peerNotApproved, object: link.peer.text)
        }
        if let trouble = peer.trouble, trouble.kind == .rejected {
            // Nothing may be encrypted under a card that does not hold any more.
            context.dispatcher.update(link.peer) { $0.lastError = trouble }
            return false
        }
        let items = try await Sealing(context: context, peer: peer).seal(rows)
        let record = SealingRecord(
            peer: link.peer, log: log, items: items, otherEntries: pendingEntries,
            localEntries: [], at: context.clock.now())
        let appended = try await context.store.recordSealing(record)
        pendingEntries = []
        if let appended { try keep(items, of: appended) }
        return !rows.isEmpty
    }

    private mutating func keep(_ items: [SealedItem], of appended: AppendedBatch) throws {
        let byHeader = Dictionary(
            items.map { ($0.sent, $0) }, uniquingKeysWith: { first, _ in first })
        for (offset, bytes) in appended.entries.enumerated() {
            let index = appended.firstIndex + UInt64(offset)
            guard case .sent(let body) = try LogEntry(bytes, at: index).body,
                let item = byHeader[body.clearHeader]
            else { continue }
            fresh[index] = EnvelopeInFlight(
                index: index, clearHeader: item.clearHeader, envelope: item.envelope)
            state.isSealed(index, bytes: item.envelope.count)
            context.logger.debug(
                "sealed",
                metadata: [
                    "lead-id": "\(item.identity.messageID)", "peer": "\(link.peer)",
                    "stage": "sealing",
                ])
        }
    }

    /// The heads of the local log and of the peer's log as held and cosigned here.
    private func anchors() async throws -> [EntryDraft] {
        var bodies: [EntryBody] = []
        if let local = try await context.store.log(context.store.identity.localLog) {
            let head = TreeHead(local.edge, hasher: context.hasher)
            bodies.append(.localAnchor(TreeHeadBody(size: head.size, root: head.root)))
        }
        if let head = state.peerHead {
            bodies.append(.peerCheckpoint(TreeHeadBody(size: head.size, root: head.root)))
        }
        return bodies.map(context.draft)
    }

    /// Sends the log from what was sent to its head, in batches that keep the session's limits.
    private mutating func sendGrowth(_ terms: SessionTerms) async throws {
        while let edge {
            let entries = try await context.store.entries(
                of: log, from: edge.size, limit: terms.limits.batchEntries)
            guard !entries.isEmpty else { return }
            let page = try await page(of: entries, from: edge.size, terms.limits)
            var next = edge
            for entry in page.entries {
                next.append(leaf: context.hasher.leaf(entry), hasher: context.hasher)
            }
            let checkpoint = try await context.logs.sign(next, of: log)
            state.remember(checkpoint.head)
            let batch = try UnverifiedBatch(
                oldSize: edge.size, entries: page.entries, sealed: page.sealed,
                checkpoint: checkpoint.note, cosignature: state.takeCosignature(),
                limits: terms.limits)
            try await say(.batch(batch))
            self.edge = next
            for item in page.sealed { fresh[item.index] = nil }
            noteSending()
        }
    }

    private struct Page {
        var entries: [[UInt8]] = []
        var sealed: [UnverifiedBatch.Sealed] = []
        var bytes = 0
    }

    /// As many of the entries as one batch may carry with their envelopes.
    private func page(
        of entries: [[UInt8]], from first: UInt64, _ limits: SessionLimits
    ) async throws -> Page {
        var page = Page()
        var loaded: [UInt64: EnvelopeInFlight] = [:]
        var loadedTo = first
        for (offset, bytes) in entries.enumerated() {
            let index = first + UInt64(offset)
            var item = fresh[index]
            if item == nil, case .sent = try LogEntry(bytes, at: index).body {
                if index >= loadedTo {
                    loadedTo = index + BrokerLimits.envelopePage
                    loaded = try await envelopes(in: index..<loadedTo)
                }
                item = loaded[index]
            }
            let size = bytes.count + (item.map { $0.clearHeader.count + $0.envelope.count } ?? 0)
            let isFull = page.bytes + size > limits.batchBytes && !page.sealed.isEmpty
            if isFull, item != nil || page.sealed.count > 1 { break }
            page.entries.append(bytes)
            page.bytes += size
            guard let item else { continue }
            page.sealed.append(
                .init(index: index, clearHeader: item.clearHeader, envelope: item.envelope))
            state.isSealed(index, bytes: item.envelope.count)
        }
        return page
    }

    private func envelopes(in range: Range<UInt64>) async throws -> [UInt64: EnvelopeInFlight] {
        let found = try await context.store.envelopesInFlight(to: link.peer, in: range)
        return Dictionary(found.map { ($0.index, $0) }, uniquingKeysWith: { first, _ in first })
    }

    private func say(_ message: PeerMessage) async throws {
        guard let frame = state.frame(for: message) else {
            throw BrokerError(.sessionClosed, object: link.peer.text)
        }
        try await send(frame)
    }

    /// A link that does not take a frame has ended; the session is cut like that, and what was not
    /// sent is sent in the next one.
    private func send(_ frame: NodeNodeFrame) async throws {
        do {
            try await link.send(frame)
        } catch {
            throw BrokerError(.sessionClosed, object: link.peer.text)
        }
    }

    private func noteSending() {
        let now = context.clock.now()
        context.dispatcher.update(link.peer) { status in
            status.lastSentAt = now
            if status.uncosignedSince == nil { status.uncosignedSince = now }
        }
    }
}

extension SealedItem {
    /// The hash of the clear header, which is different for every document and attempt.
    fileprivate var sent: SHA256Digest? {
        if case .sent(let body) = entry.body { return body.clearHeader }
        return nil
    }
}
