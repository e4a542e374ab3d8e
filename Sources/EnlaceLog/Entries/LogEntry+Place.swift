import EnlaceModel

extension LogEntry {
    /// Refuses an entry that cannot stand where it stands: the first of every log is KEYS, the
    /// types from 64 on belong to local logs and, but for KEYS, only they do.
    package func checkPlace(in origin: LogOrigin) throws(LogError) {
        let isKeys = body.typeOctet == EntryBody.keysOctet
        let isLocalType = body.typeOctet >= EntryBody.firstLocalOctet
        let fits = isKeys || (origin.scope == .local) == isLocalType
        guard fits, isKeys || index > 0 else {
            throw LogError(
                .logEntryMalformed, object: "entry \(index)", context: ["cause": body.name])
        }
    }
}
