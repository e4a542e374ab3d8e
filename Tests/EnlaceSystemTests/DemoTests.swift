import EnlaceFiles
import EnlaceTestSupport
import Foundation
import Testing

extension SystemTests {
    @Suite struct DemoTests {
        @Test("the demo ends with 0 and leaves no process and no file behind")
        func demo() async throws {
            let folder = try TemporaryFolder()
            let logs = try TemporaryFolder()
            let outcome = try await Program.run(
                "enlace", ["demo"], in: logs.path,
                environment: ["TMPDIR": folder.path, "LC_ALL": "C"], limit: .seconds(120))
            #expect(outcome.status == 0, "\(outcome.errors)")
            for word in ["Sent", "Received", "Read", "Acknowledged", "Acusado", "verified"] {
                #expect(outcome.output.contains(word))
            }
            #expect(try FileSystem.list(folder.path) == [])
            #expect(Self.processes(mentioning: folder.path) == [])
        }

        /// Command lines of running processes; those of the demo name files in its folder.
        private static func processes(mentioning path: String) -> [String] {
            let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
            return names.filter { Int($0) != nil }.compactMap { name in
                let bytes = FileManager.default.contents(atPath: "/proc/\(name)/cmdline")
                let line = String(decoding: bytes ?? Data(), as: UTF8.self)
                return line.contains(path) ? line : nil
            }
        }
    }
}
