# Completion of s55 in PowerShell.
Register-ArgumentCompleter -Native -CommandName s55 -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $words = @($commandAst.CommandElements |
        Where-Object { $_.Extent.StartOffset -lt $cursorPosition } |
        Select-Object -Skip 1 |
        ForEach-Object { $_.Extent.Text.Replace('\', '/') })
    # An empty word at the end is lost on the way, and so its place is told.
    $place = if ($wordToComplete) { $words.Count - 1 } else { $words.Count }
    & s55 complete $place '--' @words 2>$null | ForEach-Object {
        $word, $meaning = $_.Split("`t", 2)
        # Where nothing is offered, PowerShell completes the names of files by itself.
        if ($word.StartsWith(':')) { return }
        if (-not $meaning) { $meaning = $word }
        $typed = if ($word.Contains(' ')) { "'" + $word.Replace("'", "''") + "'" } else { $word }
        [System.Management.Automation.CompletionResult]::new($typed, $word, 'ParameterValue', $meaning)
    }
}
