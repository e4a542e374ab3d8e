import EnlaceFiles
import EnlaceModel
import Glibc

/// `run.json` in the data folder: process and ports of the running daemon, for scripts; removed when
/// it stops in good order.
struct RunFile {
    let path: String

    func write(node: NetworkAddress, client: NetworkAddress) throws {
        let value: JSONValue = [
            "process": .integer(Int64(getpid())),
            "nodeAddress": .string(node.text), "nodePort": .integer(Int64(node.port)),
            "clientAddress": .string(client.text), "clientPort": .integer(Int64(client.port)),
        ]
        try FileSystem.writeDurably(value.indented.utf8, to: path, mode: .publicFile)
    }

    /// What is left behind only misleads; that it could not be removed stops nothing.
    func remove() { try? FileSystem.remove(path) }
}
