import Foundation
import Testing

@Suite("The commands that need no node, as people type them")
struct ScriptTests {
    @Test("every line of the script is kept", arguments: try scripts())
    func script(name: String) throws {
        let file = try #require(
            Bundle.module.url(forResource: "Scripts/\(name)", withExtension: nil))
        let folder = try TestFolder()
        try Script(String(contentsOf: file, encoding: .utf8)).run(in: folder.url)
    }

    @Test("a script whose expectation does not hold fails")
    func failing() throws {
        let folder = try TestFolder()
        #expect(throws: Script.Failure.self) {
            try Script("enlace --version\nstdout nothing-like-it").run(in: folder.url)
        }
        #expect(throws: Script.Failure.self) {
            try Script("enlace no-such-command").run(in: folder.url)
        }
    }

    private static func scripts() throws -> [String] {
        let folder = try #require(Bundle.module.url(forResource: "Scripts", withExtension: nil))
        return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    }
}
