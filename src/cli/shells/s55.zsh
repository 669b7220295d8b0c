#compdef s55
# Completion of s55 in zsh.
(( $+functions[compdef] )) || { autoload -Uz compinit && compinit -i }
_s55() {
    local line word
    local -a offered open
    while IFS= read -r line; do
        word=${line%%$'\t'*}
        case $word in
            :files) _files && return ;;
            :folders) _files -/ && return ;;
            *=) open+=("$word") ;;
            *) offered+=("${word//:/\\:}${${line#"$word"}/$'\t'/:}") ;;
        esac
    done < <(s55 complete $((CURRENT - 2)) -- "${(@Q)words[2,CURRENT]}" 2>/dev/null)
    compadd -S '' -a open
    _describe s55 offered
}
if [[ ${funcstack[1]} == _s55 ]]; then _s55 "$@"; else compdef _s55 s55; fi
