import EnlaceModel
import Foundation
import Testing

@Suite("The demonstration, and commands that ask a real node", .serialized)
struct DemoTests {
    private static let patience = Duration.seconds(60)

    @Test("keeps two nodes running on which people can go on")
    func kept() throws {
        let folder = try TestFolder()
        let client = Client(folder: folder.url)
        let demo = try client.enlace(["demo", "--keep", "--folder", "nodes", "--json"])
        try #require(demo.status == 0, "\(demo.errors)")
        #expect(try Schema("demo").findings(demo.output) == [])
        let item = try #require(
            try JSONParser.parse(Array(demo.output.utf8))["items"]?.arrayValue?.first)
        let processes = (item["nodes"]?.arrayValue ?? []).compactMap { $0["process"]?.integerValue }
        #expect(processes.count == 2)
        defer { Self.stop(processes) }
        let nodes = folder.url.appending(path: "nodes")
        try scripts().forEach { script in
            try script.run(in: folder.url, variables: variables(nodes))
        }
    }

    @Test("leaves no process and no file behind when it is interrupted")
    func interrupted() throws {
        let folder = try TestFolder()
        let nodes = folder.url.appending(path: "nodes")
        let process = Process()
        process.executableURL = Client.program
        process.arguments = ["demo", "--folder", nodes.path]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        let runFile = nodes.appending(path: "us/data/run.json")
        let daemon = try #require(
            Self.poll { try? JSONParser.parse([UInt8](Data(contentsOf: runFile))) }?["process"]?
                .integerValue)
        process.interrupt()
        process.waitUntilExit()
        #expect(process.terminationStatus == 3)
        #expect(!Self.isRunning(daemon))
        #expect(!FileManager.default.fileExists(atPath: nodes.path))
    }

    private func scripts() throws -> [Script] {
        let folder = try #require(Bundle.module.url(forResource: "NodeScripts", withExtension: nil))
        return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map {
            Script(try String(contentsOf: folder.appending(path: $0), encoding: .utf8))
        }
    }

    private func variables(_ nodes: URL) throws -> [String: String] {
        func text(_ name: String) throws -> String {
            try String(contentsOf: nodes.appending(path: name), encoding: .utf8)
        }
        let profile = try JSONParser.parse(Array(text("mx/people/officer.json").utf8))
        let port = profile["address"]?.stringValue?.split(separator: ":").last ?? ""
        return [
            "US": nodes.appending(path: "us/people").path,
            "MX": nodes.appending(path: "mx/people").path,
            "LEAD": nodes.appending(path: "lead.json").path,
            "PASSPHRASE": try text("passphrase").trimmingCharacters(in: .newlines),
            "MX_PORT": String(port),
        ]
    }

    private static func stop(_ processes: [Int64]) {
        for process in processes { kill(pid_t(process), SIGTERM) }
        let areGone: Bool? = poll { processes.contains(where: isRunning) ? nil : true }
        #expect(areGone == true, "a daemon did not stop")
    }

    /// Children of a program that has ended belong to the system, which collects them or leaves them
    /// as zombies.
    private static func isRunning(_ process: Int64) -> Bool {
        guard let status = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
        else { return false }
        return !status.contains(") Z ")
    }

    /// Asks until there is an answer, with pauses of the length in which the kernel waits for nothing.
    private static func poll<Answer>(_ question: () -> Answer?) -> Answer? {
        let end = ContinuousClock.now + patience
        while ContinuousClock.now < end {
            if let answer = question() { return answer }
            _ = Glibc.poll(nil, 0, 10)
        }
        return nil
    }
}
