import EnlaceModel
import EnlaceTestSupport
import Foundation
import GRDB
import Testing

extension SystemTests {
    @Suite struct TamperTests {
        @Test("an entry that was changed in the store makes audit verify fail")
        func tampering() async throws {
            try await withPair { pair in
                let before = try await pair.us.enlace(["audit", "verify"], as: .auditor)
                #expect(before.status == 0, "\(before.errors)")
                try await pair.us.stop()
                try await change(pair.us.store)
                try await pair.us.start()
                let verdict = try await pair.us.enlace(["audit", "verify"], as: .auditor)
                #expect(verdict.status == ExitCode.verificationFailed.rawValue)
                #expect(verdict.errors.contains(ErrorCode.verificationFailed.rawValue))
                let peer = try await pair.mx.enlace(["audit", "verify"], as: .auditor)
                #expect(peer.status == 0, "\(peer.errors)")
            }
        }

        /// Flips one bit at the end of the first SENT entry, as a person with the file could.
        private func change(_ store: String) async throws {
            try await DatabaseQueue(path: store).write { database in
                let row = try #require(
                    try Row.fetchOne(
                        database,
                        sql: """
                            SELECT log, position, bytes FROM log_entries
                            JOIN logs ON logs.id = log
                            WHERE is_own AND origin NOT LIKE '%/local/%' AND position = 2
                            """))
                var bytes: [UInt8] = Array(row["bytes"] as Data)
                bytes[bytes.count - 1] ^= 1
                try database.execute(
                    sql: "UPDATE log_entries SET bytes = ? WHERE log = ? AND position = ?",
                    arguments: [Data(bytes), row["log"] as Int64, row["position"] as Int64])
                #expect(database.changesCount == 1)
            }
        }
    }
}
