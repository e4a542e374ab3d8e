import EnlaceFiles
import EnlaceModel

/// A profile with the place where it lies, which decides what its relative paths mean.
struct ProfileFile: Sendable {
    let path: String
    let profile: Profile

    /// Opens `--profile NAME|PATH`, else `ENLACE_PROFILE`, else the only profile there is.
    static func open(_ option: String?) throws -> ProfileFile {
        let chosen = option ?? ProcessEnvironment.value(of: "ENLACE_PROFILE")
        let path = try chosen.map(path(of:)) ?? onlyProfile()
        guard FileSystem.exists(path) else { throw CommandError(.profileMissing, object: path) }
        let bytes = try unsafe FileSystem.readPrivate(path, bytesMax: Profile.bytesMax).withBytes {
            unsafe Array($0)
        }
        return ProfileFile(path: path, profile: try Profile(bytes, object: path))
    }

    /// The path of a name, or the path itself when it has a slash or ends in `.json`.
    static func path(of nameOrPath: String) -> String {
        if nameOrPath.contains("/") || nameOrPath.hasSuffix(".json") { return nameOrPath }
        return FileSystem.join(folder, "\(nameOrPath).json")
    }

    /// `$XDG_CONFIG_HOME/enlace`, else `~/.config/enlace`.
    static var folder: String {
        let home = ProcessEnvironment.value(of: "HOME") ?? "."
        let configuration =
            ProcessEnvironment.value(of: "XDG_CONFIG_HOME") ?? FileSystem.join(home, ".config")
        return FileSystem.join(configuration, "enlace")
    }

    private static func onlyProfile() throws -> String {
        let names = FileSystem.isFolder(folder) ? try FileSystem.list(folder) : []
        let profiles = names.filter { $0.hasSuffix(".json") }
        guard profiles.count == 1, let name = profiles.first else {
            throw CommandError(
                .profileMissing, object: folder,
                context: ["found": profiles.sorted().joined(separator: " ")])
        }
        return FileSystem.join(folder, name)
    }

    /// A path of the profile, counted from the profile's folder.
    func resolve(_ name: String) -> String {
        name.hasPrefix("/") ? name : FileSystem.join(FileSystem.parent(of: path), name)
    }

    /// Where what belongs to this profile lies: outbox and checkpoints seen.
    var stateFolder: String {
        (path.hasSuffix(".json") ? String(path.dropLast(".json".count)) : path) + ".d"
    }
}
