import EnlaceFiles
import EnlaceModel

/// One of the two nodes of the demonstration: its names and where its files lie.
struct DemoNode: Sendable {
    /// A person of the node.
    struct Person: Sendable {
        let officer: OfficerID
        let role: Role
        /// The name of the files: `officer`, `auditor`, `admin1`, `admin2`.
        let stem: String
    }

    let node: NodeID
    /// `us` or `mx`: the name of the folder.
    let word: String
    let country: String
    let authorityName: String
    let language: Language
    let zone: String
    let contact: String
    let folder: String
    /// Of the port for peers and of the one for people.
    let nodePort: Int
    let clientPort: Int

    var configuration: String { path("node.yaml") }
    var data: String { path("data") }
    var runFile: String { FileSystem.join(data, "run.json") }
    var authority: String { path("authority") }
    var card: String { path("\(word).card") }
    /// The two files of the daemon's output, without their endings.
    var log: String { path("enlaced") }

    func path(_ name: String) -> String { FileSystem.join(folder, name) }
    func profile(_ stem: String) -> String { path("people/\(stem).json") }
    func certificate(_ stem: String, _ use: String) -> String { path("people/\(stem)-\(use).crt") }
    func key(_ stem: String, _ use: String) -> String { path("people/\(stem)-\(use).key") }
    func nodeFile(_ use: String, _ suffix: String) -> String { path("keys/\(use).\(suffix)") }

    /// An officer, an auditor and the first two administrators, under opaque names.
    func people() throws -> [Person] {
        let names =
            word == "us"
            ? ["ana-7f3a", "ruth-22c1", "adm-0a11", "adm-0b22"]
            : ["lucia-5e1d", "ivan-90b4", "adm-0c33", "adm-0d44"]
        let parts: [(Role, String)] = [
            (.officer, "officer"), (.auditor, "auditor"), (.administrator, "admin1"),
            (.administrator, "admin2"),
        ]
        return try zip(names, parts).map { name, part in
            Person(
                officer: try OfficerID(node: node, opaque: name), role: part.0, stem: part.1)
        }
    }

    static func both(in folder: String, ports: [Int]) throws -> (us: DemoNode, mx: DemoNode) {
        let us = DemoNode(
            node: try NodeID("US-DHS-HSI-NYC"), word: "us", country: "US",
            authorityName: "Enlace Demonstration US", language: .english,
            zone: "America/New_York", contact: "HSI New York, duty officer",
            folder: FileSystem.join(folder, "us"), nodePort: ports[0], clientPort: ports[1])
        let mx = DemoNode(
            node: try NodeID("MX-FGR-FEVIMTRA"), word: "mx", country: "MX",
            authorityName: "Enlace Demostración MX", language: .spanish,
            zone: "America/Mexico_City", contact: "FEVIMTRA, guardia",
            folder: FileSystem.join(folder, "mx"), nodePort: ports[2], clientPort: ports[3])
        return (us, mx)
    }
}
