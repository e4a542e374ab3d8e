import EnlaceCrypto
import EnlaceFiles
import EnlaceModel

/// The play: what the people of both nodes do, one command after the other.
struct DemoPlay {
    private static let passphraseBytes = 24

    let stage: DemoStage
    let us: DemoNode
    let mx: DemoNode

    init(_ stage: DemoStage) throws {
        self.stage = stage
        (us, mx) = try DemoNode.both(in: stage.folder, ports: FreePorts.find(4))
    }

    private var both: [DemoNode] { [us, mx] }

    /// Makes keys, certificates, configurations, profiles and the draft.
    func prepare(now: Timestamp) throws {
        stage.tell(.demoAuthorities)
        let passphrase = Hex.encode(SystemRandom().bytes(Self.passphraseBytes))
        try FileSystem.createDurably(
            "\(passphrase)\n".utf8, at: stage.passphraseFile, mode: .privateFile)
        for node in both {
            try node.makeCertificates(passphrase: Secret(copying: passphrase.utf8), now: now)
            try node.writeConfiguration()
        }
        try FileSystem.createDurably(
            DemoLead.draft(to: mx.node).indented.utf8, at: stage.lead, mode: .privateFile)
    }

    /// Initialises and starts both daemons; their process ids.
    func startNodes() async throws -> (us: ChildProcess, mx: ChildProcess) {
        stage.tell(.demoNodes, ["us": us.node.text, "mx": mx.node.text])
        for node in both { try await stage.perform(stage.enlaced, initialise(node), asks: false) }
        return (try await stage.startDaemon(us), try await stage.startDaemon(mx))
    }

    private func initialise(_ node: DemoNode) -> [String] {
        ["init", "--config", node.configuration]
            + ["admin1", "admin2"].flatMap { stem in
                [
                    "--administrator",
                    "\(node.certificate(stem, "client")),\(node.certificate(stem, "signing"))",
                ]
            }
    }

    /// People of both nodes, then each node at the other.
    func enrol() async throws {
        stage.tell(.demoEnrol)
        for node in both {
            for person in try node.people() where person.role != .administrator {
                try await act(
                    node, "admin1", "officer", "add", "--client",
                    node.certificate(person.stem, "client"), "--signing",
                    node.certificate(person.stem, "signing"), "--role", person.role.rawValue)
                try await act(node, "admin2", "officer", "approve", person.officer.text)
            }
            try await act(node, "admin1", "peer", "card", "--out", node.card)
        }
        for (node, peer) in [(us, mx), (mx, us)] {
            let digest = SHA256.digest(
                try FileSystem.read(peer.card, bytesMax: CardContent.bytesMax))
            let fingerprint = Fingerprint(digest).grouped
            try await act(
                node, "admin1", "peer", "add", peer.card, "--fingerprint", fingerprint)
            try await act(
                node, "admin2", "peer", "approve", peer.node.text, "--fingerprint", fingerprint)
        }
    }

    /// The lead goes out and comes back acknowledged.
    func exchange(nextStep: CivilDate) async throws {
        stage.tell(.demoSubmit, ["us": us.node.text])
        try await act(us, "officer", "submit", stage.lead)
        let reference = try await newestReference(us)
        try await waitFor("RECEIVED", of: reference, at: us)
        stage.tell(.demoReceipt, ["mx": mx.node.text])
        try await act(us, "officer", "list")
        stage.tell(.demoRead, ["mx": mx.node.text])
        try await act(mx, "officer", "inbox")
        try await act(
            mx, "officer", "read", reference, "--purpose", "INVESTIGATION", "--reason",
            "carpeta de investigación FED/TRATA/000/2026")
        try await act(
            mx, "officer", "ack", reference, "--file-number", "FED/TRATA/000/2026", "--unit",
            "UEITMPO", "--next-step", nextStep.text)
        try await waitFor("ACKNOWLEDGED", of: reference, at: us)
        for node in both {
            stage.tell(.demoTimeline, ["node": node.node.text])
            try await act(node, "officer", "show", reference)
        }
        for node in both {
            stage.tell(.demoVerify, ["node": node.node.text])
            try await act(node, "auditor", "audit", "verify")
        }
    }

    /// A command of a person, in their language.
    private func act(_ node: DemoNode, _ stem: String, _ words: String...) async throws {
        try await stage.perform(stage.enlace, words + options(node, stem))
    }

    private func options(_ node: DemoNode, _ stem: String) -> [String] {
        [
            "--profile", node.profile(stem), "--lang", node.language.rawValue,
            "--passphrase-fd", "3",
        ]
    }

    private func newestReference(_ node: DemoNode) async throws -> String {
        let answer = try await ask(node, "list", "--limit", "1")
        guard let reference = answer["items"]?.arrayValue?.first?["ref"]?.stringValue else {
            throw CommandError(.stepFailed, object: "list", context: ["reason": "ref"])
        }
        return reference
    }

    private func waitFor(_ state: String, of reference: String, at node: DemoNode) async throws {
        try await stage.wait(for: "\(reference) \(state)") {
            let answer = try await ask(node, "show", reference)
            let items = answer["items"]?.arrayValue ?? []
            let item = items.first { $0["ref"]?.stringValue == reference }
            return item?["state"]?.stringValue == state ? true : nil
        }
    }

    private func ask(_ node: DemoNode, _ words: String...) async throws -> JSONValue {
        let output = try await stage.quietly(
            stage.enlace, words + options(node, "officer") + ["--json"])
        return try JSONParser.parse(Array(output.utf8))
    }
}
