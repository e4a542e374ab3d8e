import EnlaceFiles
import EnlaceModel
import EnlaceTestSupport
import GRDB
import Glibc
import Testing

extension SystemTests {
    @Suite struct StartTests {
        @Test("a daemon that cannot start says the code, the cause and the next step")
        func refusals() async throws {
            try await withPair { pair in
                try await expect(.storeLocked, pair.us.configuration, pair)
                try await pair.us.stop()

                let foreign = try portsOfOther(pair)
                try await expect(.addressInUse, foreign, pair)

                let key = FileSystem.join(pair.folder, "us/keys/encryption.key")
                try #require(chmod(key, 0o644) == 0)
                try await expect(.fileWorldReadable, pair.us.configuration, pair)
                try #require(chmod(key, 0o600) == 0)

                try await DatabaseQueue(path: pair.us.store).write { database in
                    try database.execute(sql: "PRAGMA user_version = 999")
                }
                try await expect(.storeNewer, pair.us.configuration, pair)
                try await DatabaseQueue(path: pair.us.store).write { database in
                    try database.execute(sql: "PRAGMA user_version = 1")
                }
                // None of it has harmed the node.
                try await pair.us.start()
                try await pair.stop()
                _ = try await pair.audit(pair.us)
            }
        }

        /// The daemon ends at once, with the exit code of this error, which it tells in words.
        private func expect(
            _ code: ErrorCode, _ configuration: String, _ pair: NodePair
        ) async throws {
            let outcome = try await Program.run(
                "enlaced", ["run", "--config", configuration], in: pair.logs,
                environment: ["LC_ALL": "C"])
            #expect(outcome.status == code.exitCode.rawValue, "\(code)")
            let told = outcome.errors.split(separator: "\n")
                .drop { $0 != "enlaced: \(code.rawValue)" }.map(String.init)
            try #require(told.count >= 3, "the error in: \(outcome.errors)")
            #expect(told[1].contains(pair.folder) || told[1].contains("127.0.0.1:"))
            #expect(told[1].contains(": "), "a cause in: \(outcome.errors)")
            #expect(told.contains { $0.hasPrefix("  next step: ") && $0.count > 25 })
        }

        /// The configuration of the one node with the ports of the other, which is running.
        private func portsOfOther(_ pair: NodePair) throws -> String {
            func lines(_ node: NodeProcess) throws -> [Substring] {
                String(
                    decoding: try FileSystem.read(node.configuration, bytesMax: 65_536),
                    as: UTF8.self
                ).split(separator: "\n", omittingEmptySubsequences: false)
            }
            let other = try lines(pair.mx)
            let mixed = try lines(pair.us).map { line in
                let name = line.split(separator: ":").first.map { "\($0):" } ?? ""
                guard ["  node:", "  client:"].contains(name) else { return line }
                return other.first { $0.hasPrefix(name) } ?? line
            }
            let path = FileSystem.join(FileSystem.parent(of: pair.us.configuration), "mixed.yaml")
            try FileSystem.createDurably(
                mixed.joined(separator: "\n").utf8, at: path, mode: .privateFile)
            return path
        }
    }
}
