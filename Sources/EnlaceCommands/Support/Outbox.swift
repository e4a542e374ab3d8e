import EnlaceFiles
import EnlaceModel

/// Signed documents on their way to the own node: written and synced before they are sent, removed
/// only after the node's commit. What an interrupted submit leaves here is sent again as it is.
struct Outbox {
    /// The largest signed document that is kept.
    static let bytesMax = 2 * Limits.documentBytesMax

    private let folder: String

    init(profile: ProfileFile) {
        folder = FileSystem.join(profile.stateFolder, "outbox")
    }

    /// Keeps the exact signed bytes under the document's identifier.
    func keep(_ bytes: [UInt8], messageID: MessageID) throws {
        try FileSystem.makeFolder(folder, mode: .privateFolder)
        try FileSystem.writeDurably(bytes, to: path(messageID), mode: .privateFile)
    }

    func remove(_ messageID: MessageID) throws { try FileSystem.remove(path(messageID)) }

    /// What waits, oldest name first.
    func waiting() throws -> [(messageID: MessageID, bytes: [UInt8])] {
        guard FileSystem.isFolder(folder) else { return [] }
        return try FileSystem.list(folder).sorted().compactMap { name in
            guard name.hasSuffix(Self.suffix),
                let messageID = try? MessageID(String(name.dropLast(Self.suffix.count)))
            else { return nil }
            return (messageID, try FileSystem.read(path(messageID), bytesMax: Self.bytesMax))
        }
    }

    private static let suffix = ".p7m"

    private func path(_ messageID: MessageID) -> String {
        FileSystem.join(folder, messageID.text + Self.suffix)
    }
}
