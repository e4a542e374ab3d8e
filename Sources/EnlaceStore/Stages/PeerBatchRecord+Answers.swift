package import EnlaceLog
package import EnlaceModel

extension SettlementItem {
    /// Which of our documents, and by which SENT entry of ours.
    package var subject: (messageID: MessageID, sentIndex: UInt64) {
        switch self {
        case .received(let body, _): (body.messageID, body.sentIndex)
        case .rejected(let body, _, _): (body.messageID, body.sentIndex)
        case .read(let body, _): (body.messageID, body.sentIndex)
        }
    }
}

extension AdmissionItem {
    /// The entry which answers that the document with this content is on disk here.
    package func received(content: SHA256Digest) -> EntryBody {
        .received(
            ReceivedBody(
                sentIndex: sentIndex, messageID: sent.messageID, clearHeader: sent.clearHeader,
                envelope: sent.envelope, content: content))
    }

    package func rejected(_ reason: ErrorCode, isRetryable: Bool) -> EntryBody {
        .rejected(
            RejectedBody(
                sentIndex: sentIndex, messageID: sent.messageID, clearHeader: sent.clearHeader,
                envelope: sent.envelope, reason: reason, isRetryable: isRetryable))
    }

    /// The answering entry at its place.
    package func answer(_ body: EntryBody, index: UInt64) -> LogEntry {
        LogEntry(index: index, time: answerTime, salt: answerSalt, body: body)
    }
}

extension PeerBatchRecord {
    /// When the peer sealed what the item judges, by the peer's clock.
    package func timeOfSending(_ item: AdmissionItem) -> Timestamp? {
        guard item.sentIndex >= copy.oldSize else { return nil }
        let offset = item.sentIndex - copy.oldSize
        return offset < UInt64(copy.entries.count) ? copy.entries[Int(offset)].time : nil
    }
}
