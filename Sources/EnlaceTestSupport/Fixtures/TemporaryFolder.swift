import EnlaceFiles

/// A folder for one test, removed with all in it when the object ends.
package final class TemporaryFolder: Sendable {
    package let path: String

    package init() throws {
        path = try FileSystem.makeTemporaryFolder(prefix: "enlace-test")
    }

    // Nobody is left to hear of a failure here; the next clean-up of the machine takes the folder.
    deinit { try? FileSystem.removeTree(path) }

    /// The path of a file in the folder.
    package func path(_ name: String) -> String { FileSystem.join(path, name) }
}
