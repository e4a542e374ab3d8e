/// The version of both programs, as `--version`, Hello and `node status` say it.
package enum EnlaceVersion {
    package static let text = "0.1.0"
}
