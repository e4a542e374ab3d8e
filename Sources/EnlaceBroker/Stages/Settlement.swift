import EnlaceLog
import EnlaceModel
import EnlaceStore

/// The stage from a peer's entries about documents of ours to what they settle.
///
/// A receipt, refusal or reading must name a SENT entry of ours and repeat its hashes. One that does
/// not is proof of misbehaviour: it stands under the peer's signed checkpoint.
struct Settlement {
    let context: BrokerContext
    let peer: NodeID

    /// Throws `LOG_INCONSISTENT` for an entry about what was never sent.
    func judge(_ growth: VerifiedExtension) async throws -> [SettlementItem] {
        let claims = growth.entries.compactMap(Claim.init)
        guard !claims.isEmpty else { return [] }
        let sent = try await sentEntries(Set(claims.map(\.sentIndex)))
        var items: [SettlementItem] = []
        for claim in claims {
            guard let body = sent[claim.sentIndex], claim.agrees(with: body) else {
                throw BrokerError(
                    .logInconsistent, object: growth.origin.text,
                    context: ["size": "\(claim.entry.index)"])
            }
            items.append(item(claim, about: body, in: growth.origin))
        }
        return items
    }

    private func item(
        _ claim: Claim, about sent: SentBody, in origin: LogOrigin
    ) -> SettlementItem {
        let receipt = Receipt(
            log: origin.text, index: claim.entry.index, time: claim.entry.time)
        switch claim.word {
        case .received(let body): return .received(body, receipt: receipt)
        case .read(let body): return .read(body, receipt: receipt)
        case .rejected(let body):
            let retryAt = body.isRetryable ? self.retryAt(after: sent.attempt) : nil
            return .rejected(body, receipt: receipt, retryAt: retryAt)
        }
    }

    /// The wait doubles with each attempt and is drawn between half and the whole of that, so that
    /// documents refused together do not come back together.
    private func retryAt(after attempt: UInt32) -> Timestamp {
        let limits = context.limits
        var delay = limits.retryDelay
        for _ in 1..<min(max(attempt, 1), 32) where delay < limits.retryDelayMax { delay *= 2 }
        delay = min(delay, limits.retryDelayMax)
        let draw = context.random.bytes(2).reduce(0) { $0 << 8 | Int($1) }
        return context.clock.now().advanced(by: delay / 2 + delay / 2 * draw / 0xFFFF)
    }

    /// Our SENT entries at these indexes. Answers mostly come in the order of sending, so that one
    /// read of the range finds them all; scattered ones are read one by one.
    private func sentEntries(_ indexes: Set<UInt64>) async throws -> [UInt64: SentBody] {
        let log = context.channelLog(to: peer)
        guard let first = indexes.min(), let last = indexes.max() else { return [:] }
        var found: [UInt64: SentBody] = [:]
        func keep(_ page: [[UInt8]], from start: UInt64) {
            for (offset, bytes) in page.enumerated() {
                let index = start + UInt64(offset)
                guard indexes.contains(index), let entry = try? LogEntry(bytes, at: index),
                    case .sent(let body) = entry.body
                else { continue }
                found[index] = body
            }
        }
        if last - first < BrokerLimits.settlementSpanMax {
            let page = try await context.store.entries(
                of: log, from: first, limit: Int(last - first) + 1)
            keep(page, from: first)
        } else {
            for index in indexes.sorted() where index < .max {
                keep(try await context.store.entries(of: log, from: index, limit: 1), from: index)
            }
        }
        return found
    }
}

/// What a peer's entry claims about a SENT entry of ours.
private struct Claim {
    enum Word {
        case received(ReceivedBody)
        case rejected(RejectedBody)
        case read(ReadBody)
    }

    let entry: LogEntry
    let word: Word

    init?(_ entry: LogEntry) {
        switch entry.body {
        case .received(let body): word = .received(body)
        case .rejected(let body): word = .rejected(body)
        case .read(let body): word = .read(body)
        default: return nil
        }
        self.entry = entry
    }

    var sentIndex: UInt64 {
        switch word {
        case .received(let body): body.sentIndex
        case .rejected(let body): body.sentIndex
        case .read(let body): body.sentIndex
        }
    }

    /// Whether it names what our entry names, hash by hash.
    func agrees(with sent: SentBody) -> Bool {
        switch word {
        case .received(let body):
            body.messageID == sent.messageID && body.clearHeader == sent.clearHeader
                && body.envelope == sent.envelope && body.content == sent.content
        case .rejected(let body):
            body.messageID == sent.messageID && body.clearHeader == sent.clearHeader
                && body.envelope == sent.envelope
        case .read(let body): body.messageID == sent.messageID && body.content == sent.content
        }
    }
}
