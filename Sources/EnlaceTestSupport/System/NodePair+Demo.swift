import EnlaceFiles
import EnlaceModel
import Glibc

extension NodePair {
    /// How long the demonstration may take: all its certificates, a lead there and back.
    private static let demoMax = Duration.seconds(120)
    private static let stopMax = Duration.seconds(30)

    /// Makes a pair by `enlace demo --keep` and starts both daemons anew, as children of this
    /// process. The one lead of the demonstration is in their stores.
    ///
    /// - Parameter given: a folder, empty or absent; nil for a temporary one.
    package static func make(in given: String? = nil) async throws -> NodePair {
        let folder = try given ?? FileSystem.makeTemporaryFolder(prefix: "enlace-pair")
        let logs = try FileSystem.makeTemporaryFolder(prefix: "enlace-logs")
        do {
            let outcome = try await Program.run(
                "enlace", ["demo", "--keep", "--folder", folder], in: logs,
                environment: ["LC_ALL": "C"], limit: demoMax)
            guard outcome.status == 0 else {
                throw ModelError(
                    .internalError, object: "enlace demo",
                    context: [
                        "status": "\(outcome.status)", "errors": outcome.errors,
                        "output": outcome.output,
                    ])
            }
            return try await adopt(folder, logs: logs)
        } catch {
            try? FileSystem.removeTree(logs)
            // What is in a folder of the caller's may be the reason of the error, and is theirs.
            if given == nil { try? FileSystem.removeTree(folder) }
            throw error
        }
    }

    /// Takes over what the demonstration left running.
    private static func adopt(_ folder: String, logs: String) async throws -> NodePair {
        let settings = try environment(FileSystem.join(folder, "env.sh"))
        for word in ["US", "MX"] {
            guard let process = settings["ENLACE_\(word)_PID"].flatMap(pid_t.init) else { continue }
            try await end(process)
        }
        let pair = NodePair(
            folder: folder, logs: logs,
            us: try node("US", settings, folder: folder, logs: logs),
            mx: try node("MX", settings, folder: folder, logs: logs))
        try await pair.us.start()
        try await pair.mx.start()
        return pair
    }

    private static func node(
        _ word: String, _ settings: [String: String], folder: String, logs: String
    ) throws -> NodeProcess {
        func setting(_ name: String) throws -> String {
            guard let value = settings["ENLACE_\(word)_\(name)"] else {
                throw ModelError(.fieldMissing, object: "ENLACE_\(word)_\(name)")
            }
            return value
        }
        return NodeProcess(
            node: try NodeID(setting("NODE")), configuration: try setting("CONFIG"),
            data: try setting("DATA"),
            profiles: [
                .officer: try setting("OFFICER"), .auditor: try setting("AUDITOR"),
                .administrator: try setting("ADMIN1"),
            ], passphraseFile: FileSystem.join(folder, "passphrase"), logs: logs)
    }

    /// `export NAME='value'`, line by line.
    private static func environment(_ file: String) throws -> [String: String] {
        let text = String(decoding: try FileSystem.read(file, bytesMax: 65_536), as: UTF8.self)
        var settings: [String: String] = [:]
        for line in text.split(separator: "\n") where line.hasPrefix("export ") {
            let parts = line.dropFirst("export ".count).split(separator: "=", maxSplits: 1)
            guard parts.count == 2 else { continue }
            settings[String(parts[0])] = parts[1].filter { $0 != "'" }
        }
        return settings
    }

    /// Asks a process that is not our child to end, and waits; in the end it is killed.
    private static func end(_ process: pid_t) async throws {
        Glibc.kill(process, SIGTERM)
        let hasEnded = await Program.poll(until: .now + stopMax) {
            Program.exists(process) ? nil : true
        }
        if hasEnded == nil {
            Glibc.kill(process, SIGKILL)
            throw ModelError(.internalError, object: "process \(process)")
        }
    }
}
