import EnlaceFiles
import EnlaceModel

extension DemoNode {
    /// Writes the configuration that `enlaced` is started with.
    func writeConfiguration() throws {
        try FileSystem.createDurably(yaml.utf8, at: configuration, mode: .privateFile)
    }

    private var yaml: String {
        """
        node: \(node.text)
        environment: \(RunEnvironment.training.rawValue)
        contact: "\(contact)"
        data: data
        listen:
          node: 127.0.0.1:\(nodePort)
          client: 127.0.0.1:\(clientPort)
        addresses:
          - 127.0.0.1:\(nodePort)
        keys:
        \(keys)
        authorities:
          nodes: [authority/authority.pem]
          officers: [authority/authority.pem]
          revocationLists: [authority/authority.crl]

        """
    }

    private var keys: String {
        ["tls", "encryption", "statement"].map { use in
            "  \(use):\n    key: keys/\(use).key\n    certificate: keys/\(use).crt"
        }.joined(separator: "\n")
    }
}
