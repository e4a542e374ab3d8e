/// Applies `transform` to all elements, spread over the cores, and keeps their order.
///
/// The elements are dealt out in runs, so that a task is paid for once for many elements.
func concurrentMap<Element: Sendable, Result: Sendable>(
    _ elements: [Element], width: Int, _ transform: @Sendable @escaping (Element) -> Result
) async -> [Result] {
    guard elements.count > 1, width > 1 else { return elements.map(transform) }
    // Twice as many runs as cores: a core that finishes early finds another one.
    let runLength = max(1, (elements.count + 2 * width - 1) / (2 * width))
    let starts = Array(stride(from: 0, to: elements.count, by: runLength))
    return await withTaskGroup(of: (Int, [Result]).self) { group in
        for start in starts {
            let run = Array(elements[start..<min(start + runLength, elements.count)])
            group.addTask { (start, run.map(transform)) }
        }
        var parts: [Int: [Result]] = [:]
        for await (start, results) in group { parts[start] = results }
        return starts.flatMap { parts[$0] ?? [] }
    }
}
