import Foundation

/// What a program left behind.
struct Outcome {
    let status: Int32
    let output: String
    let errors: String
}

/// Runs programs of this build, and the system's, in a folder of the test.
struct Client {
    let folder: URL
    var environment: [String: String] = [:]

    /// The root of the package, where the published schemas and samples are.
    static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// `enlace`, beside the bundle of the tests.
    static let program: URL = {
        let bundle = CommandLine.arguments.first { $0.hasSuffix(".xctest") }
        let beside = URL(filePath: bundle ?? CommandLine.arguments[0])
        return beside.deletingLastPathComponent().appending(path: "enlace")
    }()

    func enlace(_ arguments: [String], input: String = "") throws -> Outcome {
        try run(Self.program, arguments, input: input)
    }

    func run(_ program: URL, _ arguments: [String], input: String = "") throws -> Outcome {
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = [
            "PATH": "/usr/bin:/bin", "HOME": folder.path, "LC_ALL": "C.UTF-8",
        ].merging(environment) { $1 }
        let name = UUID().uuidString
        let files = ["in", "out", "err"].map { folder.appending(path: ".\(name).\($0)") }
        try Data(input.utf8).write(to: files[0])
        for file in files[1...] { try Data().write(to: file) }
        process.standardInput = try FileHandle(forReadingFrom: files[0])
        process.standardOutput = try FileHandle(forWritingTo: files[1])
        process.standardError = try FileHandle(forWritingTo: files[2])
        try process.run()
        process.waitUntilExit()
        let texts = try files[1...].map {
            String(decoding: try Data(contentsOf: $0), as: UTF8.self)
        }
        for file in files { try FileManager.default.removeItem(at: file) }
        return Outcome(status: process.terminationStatus, output: texts[0], errors: texts[1])
    }
}

/// A folder that a test has for itself.
struct TestFolder: ~Copyable {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory
            .appending(path: "enlace-commands-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }
}
