import EnlaceFiles
import EnlaceLog
import EnlaceModel

/// What an auditor saw last of each log: its key and its signed checkpoint, one file per log beside
/// the profile. It is what makes a log that later shrinks or changes fail on this machine, whatever
/// the node says.
struct CheckpointMemory {
    /// What was seen last of one log.
    struct Seen {
        let key: String
        let head: TreeHead
    }

    private static let bytesMax = 65_536
    private let folder: String

    init(profile: ProfileFile) {
        folder = FileSystem.join(profile.stateFolder, "checkpoints")
    }

    /// `nil` when this log was never seen; a file that cannot be read is an error, never a first time.
    func seen(_ origin: LogOrigin) throws -> Seen? {
        let path = path(origin)
        guard FileSystem.exists(path) else { return nil }
        let value = try JSONParser.parse(FileSystem.read(path, bytesMax: Self.bytesMax))
        guard value["origin"]?.stringValue == origin.text, let key = value["key"]?.stringValue,
            let size = value["size"]?.integerValue, let root = value["root"]?.stringValue
        else { throw CommandError(.jsonMalformed, object: path) }
        return Seen(
            key: key, head: TreeHead(size: UInt64(size), root: try SHA256Digest(hex: root)))
    }

    /// Remembers a head that was verified, with the signed note as the proof of it.
    func remember(_ origin: LogOrigin, key: String, head: TreeHead, note: [UInt8]) throws {
        let value: JSONValue = [
            "origin": .string(origin.text),
            "key": .string(key),
            "size": .integer(Int64(head.size)),
            "root": .string(head.root.hex),
            "note": .string(Base64.encode(note)),
        ]
        try FileSystem.makeFolder(folder, mode: .privateFolder)
        try FileSystem.writeDurably(value.encoded, to: path(origin), mode: .privateFile)
    }

    private func path(_ origin: LogOrigin) -> String {
        let name = origin.text.map { $0 == "/" ? "+" : String($0) }.joined()
        return FileSystem.join(folder, name + ".json")
    }
}
