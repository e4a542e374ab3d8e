import EnlaceFiles
import EnlaceModel

/// `env.sh`: what a person, or a script, needs to go on with nodes that were left running.
struct DemoEnvironment {
    let stage: DemoStage
    let nodes: [(node: DemoNode, process: ChildProcess)]

    var file: String { stage.path("env.sh") }

    func write() throws {
        try FileSystem.createDurably(
            (lines.joined(separator: "\n") + "\n").utf8, at: file, mode: .privateFile)
    }

    private var lines: [String] {
        var lines = [
            "export ENLACE_DEMO='\(stage.folder)'",
            "export PATH='\(FileSystem.parent(of: stage.enlace))':\"$PATH\"",
        ]
        for (node, process) in nodes {
            let prefix = "ENLACE_\(node.word.uppercased())"
            lines.append("export \(prefix)_NODE=\(node.node.text)")
            for stem in ["officer", "auditor", "admin1", "admin2"] {
                lines.append("export \(prefix)_\(stem.uppercased())='\(node.profile(stem))'")
            }
            lines += [
                "export \(prefix)_CONFIG='\(node.configuration)'",
                "export \(prefix)_DATA='\(node.data)'",
                "export \(prefix)_LOG='\(node.log).err'",
                "export \(prefix)_PID=\(process.processID)",
            ]
        }
        return lines
    }

    /// Commands to go on by hand.
    var examples: [String] {
        let secret = "--passphrase-fd 3 3<$ENLACE_DEMO/passphrase"
        return [
            ". \(file)",
            "enlace submit $ENLACE_DEMO/lead.json --profile $ENLACE_US_OFFICER \(secret)",
            "enlace inbox --profile $ENLACE_MX_OFFICER \(secret)",
            "enlace node status --profile $ENLACE_US_ADMIN1 \(secret)",
            "enlace audit history --profile $ENLACE_MX_AUDITOR \(secret)",
            "tail $ENLACE_US_LOG $ENLACE_MX_LOG",
            "kill $ENLACE_US_PID $ENLACE_MX_PID; rm -r \"$ENLACE_DEMO\"",
        ]
    }

    var json: JSONValue {
        [
            "folder": .string(stage.folder), "environment": .string(file),
            "nodes": .array(
                nodes.map { node, process in
                    [
                        "node": .string(node.node.text),
                        "process": .integer(Int64(process.processID)),
                        "configuration": .string(node.configuration),
                        "data": .string(node.data),
                    ]
                }),
        ]
    }
}
