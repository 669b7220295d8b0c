# Completion of s55 in fish.
function __s55_offered
    set -l before (commandline -opc)
    set -l current (commandline -ct)
    for line in (s55 complete (math (count $before) - 1) -- $before[2..-1] "$current" 2>/dev/null)
        switch $line
            case :files
                __fish_complete_path "$current"
            case :folders
                __fish_complete_directories "$current" ''
            case '*'
                echo $line
        end
    end
end
complete -c s55 -e
complete -c s55 -f -a '(__s55_offered)'
