import EnlaceModel
import Foundation

/// A test written as a person would type it: commands with what is expected of them.
///
/// One command per line; `#` begins a comment; words are separated by spaces, `'…'` keeps them
/// together and `\x1b` and the like stand for bytes. After the commands follow files, each behind a
/// line `-- NAME --`, which are there when the script begins.
///
/// - `enlace …`, `openssl …`: must end with 0; `!65 enlace …` must end with 65
/// - `stdin TEXT`: one line of input for every program from now on, such as the passphrase
/// - `stdout TEXT`, `stderr TEXT`: the program before has written it; `!stdout`, `!stderr`: it has not
/// - `empty stdout`, `empty stderr`
/// - `schema NAME`, `schemaerr`: the output, or the error, keeps to the published schema
/// - `until TEXT enlace …`: again and again until the output has the text
/// - `let NAME TEXT`: remembers as `$NAME` what stands in the output between TEXT and the next `"`
/// - `$NAME`, of these or given by the test, stands for its value in every word
/// - `cmp A B`, `exists A`, `missing A`, `mode A 600`, `sample NAME A`, `replace A OLD NEW`
struct Script {
    struct Failure: Error, CustomStringConvertible {
        let line: Int
        let text: String
        let reason: String
        var description: String { "line \(line): \(text)\n\(reason)" }
    }

    private let commands: [(line: Int, text: String)]
    private let files: [(name: String, text: String)]

    init(_ text: String) {
        var commands: [(Int, String)] = []
        var files: [(String, String)] = []
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false)
            .enumerated()
        {
            if line.hasPrefix("-- "), line.hasSuffix(" --") {
                files.append((String(line.dropFirst(3).dropLast(3)), ""))
            } else if let last = files.indices.last {
                files[last].1 += line + "\n"
            } else if !line.isEmpty, !line.hasPrefix("#") {
                commands.append((number + 1, String(line)))
            }
        }
        self.commands = commands
        self.files = files
    }

    func run(in folder: URL, variables: [String: String] = [:]) throws {
        for file in files {
            try Data(file.text.utf8).write(to: folder.appending(path: Self.unescaped(file.name)))
        }
        var stage = Stage(client: Client(folder: folder), variables: variables)
        for command in commands {
            do {
                try stage.perform(Self.words(command.text))
            } catch let error as Mismatch {
                throw Failure(line: command.line, text: command.text, reason: error.reason)
            }
        }
    }

    private static func words(_ line: String) -> [String] {
        var words: [String] = []
        var word: String?
        var isQuoted = false
        for character in line {
            if character == "'" {
                isQuoted.toggle()
                word = word ?? ""
            } else if character == " ", !isQuoted {
                if let word { words.append(word) }
                word = nil
            } else {
                word = (word ?? "") + String(character)
            }
        }
        return (words + (word.map { [$0] } ?? [])).map(unescaped)
    }

    /// `\x1b` is the character of this number, `\u202e` likewise.
    private static func unescaped(_ text: String) -> String {
        text.replacing(/\\x([0-9a-f]{2})|\\u([0-9a-f]{4})/) { match in
            let digits = match.output.1 ?? match.output.2 ?? ""
            return UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init).map { String($0) } ?? ""
        }
    }
}

/// What a line of a script expected and was not so.
private struct Mismatch: Error { let reason: String }

private struct Stage {
    private static let patience = Duration.seconds(60)

    let client: Client
    var variables: [String: String]
    var input = ""
    var last = Outcome(status: 0, output: "", errors: "")

    mutating func perform(_ plain: [String]) throws {
        let words = plain.map(filled)
        guard let first = words.first else { return }
        let rest = Array(words.dropFirst())
        if first.hasPrefix("!"), let status = Int32(first.dropFirst()) {
            return try start(rest, expecting: status)
        }
        switch first {
        case "enlace", "openssl": try start(words, expecting: 0)
        case "until": try wait(for: rest[0], Array(rest.dropFirst()))
        case "let": variables[rest[0]] = try value(after: rest[1])
        case "stdin": input = rest[0] + "\n"
        case "stdout": try demand(last.output.contains(rest[0]))
        case "stderr": try demand(last.errors.contains(rest[0]))
        case "!stdout": try demand(!last.output.contains(rest[0]))
        case "!stderr": try demand(!last.errors.contains(rest[0]))
        case "empty": try demand((rest[0] == "stdout" ? last.output : last.errors).isEmpty)
        case "schema": try keep(to: rest[0], last.output)
        case "schemaerr": try keep(to: "error", last.errors)
        default: try onFiles(first, rest)
        }
    }

    private mutating func start(_ words: [String], expecting status: Int32) throws {
        let program = words[0] == "enlace" ? Client.program : URL(filePath: "/usr/bin/\(words[0])")
        last = try client.run(program, Array(words.dropFirst()), input: input)
        guard last.status == status else {
            throw Mismatch(
                reason: "ended with \(last.status), not \(status)\n\(last.output)\(last.errors)")
        }
    }

    private mutating func wait(for text: String, _ words: [String]) throws {
        let end = ContinuousClock.now + Self.patience
        repeat {
            try start(words, expecting: 0)
            if last.output.contains(text) { return }
        } while ContinuousClock.now < end
        throw Mismatch(reason: "not within \(Self.patience): \(last.output)")
    }

    private func value(after text: String) throws -> String {
        guard let place = last.output.range(of: text) else {
            throw Mismatch(reason: "stdout: \(last.output)")
        }
        return String(last.output[place.upperBound...].prefix { $0 != "\"" })
    }

    private func filled(_ word: String) -> String {
        word.replacing(/\$([A-Z_0-9]+)/) { match in variables[String(match.output.1)] ?? "" }
    }

    private func onFiles(_ word: String, _ rest: [String]) throws {
        let files = FileManager.default
        let path = place(rest[0])
        switch word {
        case "cmp":
            let other = place(rest[1])
            try demand(try Data(contentsOf: path) == Data(contentsOf: other))
        case "exists": try demand(files.fileExists(atPath: path.path))
        case "missing": try demand(!files.fileExists(atPath: path.path))
        case "mode":
            let mode = try files.attributesOfItem(atPath: path.path)[.posixPermissions] as? Int
            try demand(mode == Int(rest[1], radix: 8))
        case "sample":
            try files.copyItem(
                at: Client.root.appending(path: "Config/samples/\(rest[0]).json"),
                to: place(rest[1]))
        case "replace":
            let text = try String(contentsOf: path, encoding: .utf8)
            try demand(text.contains(rest[1]))
            try Data(text.replacing(rest[1], with: rest[2]).utf8).write(to: path)
        default: throw Mismatch(reason: "no such command: \(word)")
        }
    }

    private func place(_ name: String) -> URL {
        name.hasPrefix("/") ? URL(filePath: name) : client.folder.appending(path: name)
    }

    private func keep(to name: String, _ text: String) throws {
        let findings = try Schema(name).findings(text)
        guard findings.isEmpty else { throw Mismatch(reason: findings.joined(separator: "\n")) }
    }

    private func demand(_ isSo: Bool) throws {
        guard isSo else {
            throw Mismatch(reason: "stdout: \(last.output)\nstderr: \(last.errors)")
        }
    }
}
