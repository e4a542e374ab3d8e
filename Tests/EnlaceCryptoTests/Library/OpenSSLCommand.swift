import Foundation
import Testing

/// The system's `openssl` command as second implementation, in a folder of its own that goes away
/// with the object.
final class OpenSSLCommand: Sendable {
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("enlace-crypto-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Runs `openssl` with arguments separated by single spaces; throws with its messages when it
    /// does not exit with 0.
    @discardableResult
    func run(_ arguments: String) throws -> [UInt8] {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/openssl")
        process.arguments = arguments.split(separator: " ").map(String.init)
        process.currentDirectoryURL = folder
        let messages = folder.appendingPathComponent("messages-\(UUID().uuidString)")
        try Data().write(to: messages)
        let output = Pipe()
        process.standardOutput = output
        process.standardError = try FileHandle(forWritingTo: messages)
        try process.run()
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            let text = (try? String(contentsOf: messages, encoding: .utf8)) ?? ""
            throw Failure(description: "openssl \(arguments): \(text)")
        }
        return [UInt8](bytes)
    }

    func write(_ bytes: some Sequence<UInt8>, to name: String) throws {
        try Data(bytes).write(to: folder.appendingPathComponent(name))
    }

    func read(_ name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: folder.appendingPathComponent(name)))
    }

    func path(_ name: String) -> String { folder.appendingPathComponent(name).path }
}
