import Foundation

/// The files of this package, found from where this file lies.
enum SourceTree {
    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Written by the protobuf compiler, and bound to none of the rules for people.
    static func isGenerated(_ file: SourceFile) -> Bool { file.path.hasSuffix(".pb.swift") }

    /// All Swift files below a folder of the top level, in order of their paths.
    static func swiftFiles(below folder: String) throws -> [SourceFile] {
        try files(below: folder).filter { $0.pathExtension == "swift" }.map(SourceFile.init)
    }

    static func files(below folder: String) throws -> [URL] {
        let start = root.appendingPathComponent(folder)
        guard FileManager.default.fileExists(atPath: start.path) else { return [] }
        let names = try FileManager.default.subpathsOfDirectory(atPath: start.path).sorted()
        return names.map(start.appendingPathComponent).filter { url in
            (try? url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) == true
        }
    }
}

/// One Swift file.
struct SourceFile {
    /// From the root of the package, such as `Sources/EnlaceLog/LogOrigin.swift`.
    let path: String
    let lines: [Substring]

    init(_ url: URL) throws {
        path = String(url.path.dropFirst(SourceTree.root.path.count + 1))
        let text = try String(contentsOf: url, encoding: .utf8)
        lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    }

    init(path: String, text: String) {
        self.path = path
        lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    }

    /// The folder below `Sources`, which is the module.
    var module: String {
        let parts = path.split(separator: "/")
        return parts.count > 1 ? String(parts[1]) : ""
    }

    /// The modules that the file imports on this system: what stands behind `#else` of
    /// `#if canImport(FoundationEssentials)` is for systems without it and does not count.
    var imports: [String] {
        var found: [String] = []
        var isSkipping = false
        var isInCondition = false
        for line in lines.map({ $0.trimmingCharacters(in: .whitespaces) }) {
            if line == "#if canImport(FoundationEssentials)" { isInCondition = true }
            if line == "#else", isInCondition { isSkipping = true }
            if line == "#endif" { (isSkipping, isInCondition) = (false, false) }
            guard !isSkipping, let module = Self.module(importedBy: line) else { continue }
            found.append(module)
        }
        return found
    }

    /// `package import struct Glibc.stat` gives `Glibc`.
    private static func module(importedBy line: String) -> String? {
        let modifiers = ["package", "internal", "private", "fileprivate", "public"]
        let kinds = ["struct", "class", "enum", "protocol", "typealias", "func", "let", "var"]
        var words = line.split(separator: " ").map(String.init)[...]
        while let word = words.first, word.hasPrefix("@") || modifiers.contains(word) {
            words.removeFirst()
        }
        guard words.popFirst() == "import" else { return nil }
        if let word = words.first, kinds.contains(word) { words.removeFirst() }
        return words.first?.split(separator: ".").first.map(String.init)
    }
}
