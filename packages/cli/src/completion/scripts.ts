/** The shells that completion is written for. */
export const shells = ['bash', 'zsh', 'fish'] as const

/** One of them. */
export type Shell = (typeof shells)[number]

/**
 * The script that makes a shell ask `neural-trader complete` what can come next. The first line of the
 * answer says what to do beside offering the others: `:files` adds files, `:nospace` lets one go on
 * typing, `:` neither.
 */
export function completionScript(shell: Shell): string {
  return scripts[shell]
}

const scripts: Readonly<Record<Shell, string>> = {
  bash: `# neural-trader completion for bash: eval "$(neural-trader completion bash)"
_neural_trader() {
  local IFS=$'\\n' word=\${COMP_WORDS[COMP_CWORD]} lines
  [[ $word == '=' ]] && word=
  lines=($(neural-trader complete --shell bash -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null))
  COMPREPLY=("\${lines[@]:1}")
  case \${lines[0]-} in
    :files)
      compopt -o filenames 2>/dev/null
      COMPREPLY+=($(compgen -f -- "$word"))
      ;;
    :nospace) compopt -o nospace 2>/dev/null ;;
  esac
}
complete -F _neural_trader neural-trader`,

  zsh: `#compdef neural-trader
# neural-trader completion for zsh: source <(neural-trader completion zsh)
_neural_trader() {
  local -a lines
  lines=("\${(@f)$(neural-trader complete --shell zsh -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}")
  local what=$lines[1]
  shift lines
  case $what in
    :nospace) _describe -t values value lines -S '' ;;
    :files) _alternative 'values:value:(('"\${(j: :)\${(@q)lines}}"'))' 'files:file:_files' ;;
    *) (( \${#lines} )) && _describe -t values value lines ;;
  esac
}
if [[ \${funcstack[1]-} == _neural_trader ]]; then
  _neural_trader "$@"
else
  compdef _neural_trader neural-trader
fi`,

  fish: `# neural-trader completion for fish: neural-trader completion fish | source
function __neural_trader_complete
  set -l words (commandline -opc) (commandline -ct)
  set -l lines (neural-trader complete --shell fish -- $words[2..-1] 2>/dev/null)
  if test "$lines[1]" = ':files'
    __fish_complete_path (commandline -ct)
  end
  test (count $lines) -gt 1; and printf '%s\\n' $lines[2..-1]
end
complete -c neural-trader -f -a '(__neural_trader_complete)'`,
}
