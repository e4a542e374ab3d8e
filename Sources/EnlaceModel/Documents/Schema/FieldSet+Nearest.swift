extension FieldSet {
    /// The most changes of single characters that still look like a slip.
    private static let slipsMax = 2
    private static let nameBytesMax = 40

    /// The field whose name a misspelt one was probably meant to be.
    func nearest(to name: String) -> String? {
        let name = Array(name.lowercased().utf8)
        guard name.count <= Self.nameBytesMax else { return nil }
        let distances = fields.map { field in
            (field.name, Self.distance(name, Array(field.name.lowercased().utf8)))
        }
        let best = distances.min { $0.1 < $1.1 }
        return best.flatMap { $0.1 <= min(Self.slipsMax, name.count / 2) ? $0.0 : nil }
    }

    /// The edit distance (Levenshtein) of two short names.
    private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var row = Array(0...right.count)
        for (i, byte) in left.enumerated() {
            var previous = row[0]
            row[0] = i + 1
            for (j, other) in right.enumerated() {
                let replaced = previous + (byte == other ? 0 : 1)
                previous = row[j + 1]
                row[j + 1] = min(replaced, row[j] + 1, previous + 1)
            }
        }
        return row[right.count]
    }
}
