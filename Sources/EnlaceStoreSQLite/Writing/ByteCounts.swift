import EnlaceLog
import EnlaceModel
import EnlaceStore

// About how many bytes of content an operation writes, for the limits of groups and of the queue.

extension SubmissionRecord {
    var byteCount: Int { 512 + document.protected.ciphertext.count }
}

extension SealingRecord {
    var byteCount: Int {
        items.reduce(256) { $0 + $1.envelope.count + $1.clearHeader.count + 256 }
    }
}

extension PeerBatchRecord {
    var byteCount: Int {
        admissions.reduce(256 * (1 + copy.encodedEntries.count)) { sum, item in
            guard case .admit(let document, _) = item.verdict else { return sum + 256 }
            return sum + 512 + document.protected.ciphertext.count
        }
    }
}
