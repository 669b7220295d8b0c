# Completion of s55 in bash, from the 3.2 of macOS on.
_s55() {
    local IFS=$'\n' line word current=${COMP_WORDS[COMP_CWORD]}
    COMPREPLY=()
    while IFS= read -r line; do
        word=${line%%$'\t'*}
        case $word in
            :files) compopt -o default 2>/dev/null || COMPREPLY=($(compgen -f -- "$current")) ;;
            :folders) compopt -o dirnames 2>/dev/null || COMPREPLY=($(compgen -d -- "$current")) ;;
            *=)
                compopt -o nospace 2>/dev/null
                COMPREPLY+=("$word")
                ;;
            *) COMPREPLY+=("$(printf '%q' "$word")") ;;
        esac
    done < <(s55 complete "$((COMP_CWORD - 1))" -- "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -F _s55 s55
