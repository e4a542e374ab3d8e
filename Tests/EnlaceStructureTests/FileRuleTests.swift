import Foundation
import Testing

@Suite struct FileRuleTests {
    /// Above this nobody reads a file as a whole.
    private static let linesMax = 600

    /// Crashes on purpose, casts and tries that crash, and unfinished work.
    private static var forbiddenWords: [(name: String, pattern: Regex<Substring>)] {
        [
            ("try!", /\btry!/), ("as!", /\bas!/), ("fatalError", /\bfatalError\(/),
            ("TODO", /\bTODO\b/), ("FIXME", /\bFIXME\b/),
        ]
    }

    private static func violations(in files: [SourceFile]) -> [String] {
        files.filter { !SourceTree.isGenerated($0) }.flatMap { file in
            file.lines.enumerated().flatMap { number, line in
                forbiddenWords.filter { line.contains($0.pattern) }
                    .map { "\(file.path):\(number + 1) has \($0.name)" }
            }
        }
    }

    @Test("no file is longer than 600 lines")
    func lengths() throws {
        let files = try ["Sources", "Tests"].flatMap(SourceTree.swiftFiles)
        let long = files.filter {
            !SourceTree.isGenerated($0) && $0.lines.count > Self.linesMax + 1
        }
        #expect(long.map(\.path) == [])
    }

    @Test("no source crashes on purpose or is unfinished")
    func words() throws {
        #expect(try Self.violations(in: SourceTree.swiftFiles(below: "Sources")) == [])
    }

    @Test(
        "a forbidden word is found",
        arguments: [
            "let x = try! f()", "y as! Int", "fatalError(\"no\")", "// TODO: later", "//FIXME",
        ])
    func found(_ line: String) {
        let file = SourceFile(path: "Sources/EnlaceLog/File.swift", text: line)
        #expect(Self.violations(in: [file]).count == 1)
        let generated = SourceFile(path: "Sources/EnlaceWire/File.pb.swift", text: line)
        #expect(Self.violations(in: [generated]) == [])
    }

    @Test("words that only resemble forbidden ones pass")
    func notFound() {
        let text = "try? f()\nx as? Int\nlet TODOS = 1\nlet wasfatalError = method()\nhas!"
        let file = SourceFile(path: "Sources/EnlaceLog/File.swift", text: text)
        #expect(Self.violations(in: [file]) == [])
    }

    @Test("the top level holds what it is to hold and nothing else")
    func topLevel() throws {
        let allowed: Set = ["Package.swift", "Sources", "Tests", "Certs", "Config", "README.md"]
        // Written by the package manager beside the manifest, not part of the repository.
        let ignored: Set = ["Package.resolved"]
        let names = try FileManager.default.contentsOfDirectory(atPath: SourceTree.root.path)
        let strange = names.filter { !$0.hasPrefix(".") && !allowed.union(ignored).contains($0) }
        #expect(strange == [])
    }

    @Test("no file holds a private key")
    func privateKeys() throws {
        let key = /-----BEGIN [A-Z ]*PRIVATE KEY-----\s+[A-Za-z0-9+\/=]{16}/
        let files = try ["Sources", "Tests", "Certs", "Config"].flatMap(SourceTree.files)
        let leaking = files.filter { url in
            guard let text = try? String(contentsOf: url, encoding: .utf8) else { return false }
            return text.contains("PRIVATE KEY") && text.contains(key)
        }
        #expect(leaking.map(\.path) == [])
    }
}
