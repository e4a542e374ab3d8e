import EnlaceFiles
import EnlaceModel
import EnlaceTestSupport
import Testing

extension SystemTests {
    @Suite struct LeadTests {
        @Test("a lead is received, read and acknowledged, each apart, and both sides prove it")
        func road() async throws {
            try await withPair { pair in
                let draft = FileSystem.join(pair.folder, "lead.json")
                let reference = try await submit(draft, at: pair.us)
                try await arrive(reference, "RECEIVED", at: pair.us)
                let received = try await delivery(reference, at: pair.us)
                #expect(received["receipt"]?["log"]?.stringValue?.isEmpty == false)
                #expect(received["readAt"] == .null)
                #expect(received["acknowledgedAt"] == .null)

                try await read(reference, pair)
                try await arrive(reference, "READ", at: pair.us)
                #expect(try await delivery(reference, at: pair.us)["acknowledgedAt"] == .null)

                try await acknowledge(reference, pair)
                try await arrive(reference, "ACKNOWLEDGED", at: pair.us)
                let words = ["ACCEPTED", "SENT", "RECEIVED", "READ", "ACKNOWLEDGED"]
                #expect(try await events(reference, at: pair.us) == words)
                for node in [pair.us, pair.mx] {
                    let verdict = try await node.enlace(["audit", "verify"], as: .auditor)
                    #expect(verdict.status == 0, "\(verdict.errors)")
                }
                try await refuseBodies(of: reference, draft: draft, pair)
            }
        }

        /// Neither the auditor nor the administrator gets to see what a document says.
        private func refuseBodies(
            of reference: String, draft: String, _ pair: NodePair
        ) async throws {
            let lead = try JSONParser.parse(FileSystem.read(draft, bytesMax: 1 << 20))
            let title = try #require(lead["title"]?.stringValue)
            let reading = ["read", reference, "--purpose", "INVESTIGATION", "--reason", "x"]
            for node in [pair.us, pair.mx] {
                let own = try await node.enlace(reading, as: .officer)
                #expect(own.output.contains(title))
                for person in [NodeProcess.Person.auditor, .administrator] {
                    let refused = try await node.enlace(reading, as: person)
                    #expect(refused.status == ExitCode.notPermitted.rawValue)
                    #expect(refused.output.isEmpty)
                    #expect(refused.errors.contains(ErrorCode.notPermitted.rawValue))
                    #expect(!refused.errors.contains(title))
                }
                for words in [["list"], ["show", reference], ["audit", "history"]] {
                    let seen = try await node.enlace(words + ["--json"], as: .auditor)
                    #expect(seen.status == 0)
                    #expect(!seen.output.contains(title))
                }
                let listed = try await node.enlace(["list"], as: .administrator)
                #expect(listed.status == ExitCode.notPermitted.rawValue)
            }
        }

        private func submit(_ draft: String, at node: NodeProcess) async throws -> String {
            let answer = try await node.object(["submit", draft], as: .officer)
            let item = try #require(answer["items"]?.arrayValue?.first)
            return try #require(item["ref"]?.stringValue)
        }

        private func read(_ reference: String, _ pair: NodePair) async throws {
            _ = try await pair.mx.object(
                [
                    "read", reference, "--purpose", "INVESTIGATION", "--reason",
                    "carpeta de investigación 12/2026",
                ], as: .officer)
        }

        private func acknowledge(_ reference: String, _ pair: NodePair) async throws {
            _ = try await pair.mx.object(
                ["ack", reference, "--unit", "UEITMPO", "--file-number", "FED/TRATA/12/2026"],
                as: .officer)
        }

        private func arrive(
            _ reference: String, _ state: String, at node: NodeProcess
        ) async throws {
            try await eventually("\(reference) \(state)") {
                try await item(reference, at: node)["state"]?.stringValue == state
            }
        }

        private func item(_ reference: String, at node: NodeProcess) async throws -> JSONValue {
            let thread = try await node.object(["show", reference], as: .officer)
            return try #require(
                thread["items"]?.arrayValue?.first { $0["ref"]?.stringValue == reference })
        }

        private func delivery(
            _ reference: String, at node: NodeProcess
        ) async throws -> JSONValue {
            try #require(await item(reference, at: node)["recipients"]?.arrayValue?.first)
        }

        private func events(_ reference: String, at node: NodeProcess) async throws -> [String] {
            let thread = try await node.object(["show", reference], as: .officer)
            return (thread["events"]?.arrayValue ?? [])
                .filter { $0["ref"]?.stringValue == reference }
                .compactMap { $0["event"]?.stringValue }
        }
    }
}
