using System.CommandLine;
using System.Globalization;
using Parcours.Cli.Frame;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Time;
using Parcours.Engine.Flows;

namespace Parcours.Cli.Flows;

/// <summary>A verb that tells something of a lifecycle's timelines at a date.</summary>
internal abstract class TimelineVerb : Verb
{
    private readonly TimelineReader _read;
    private readonly Argument<string> _id;
    private readonly Option<Moment?> _at;

    /// <summary>Names a verb.</summary>
    /// <param name="name">The word typed after "lifecycle".</param>
    /// <param name="language">The language of its help.</param>
    /// <param name="read">Gives the timelines.</param>
    /// <param name="description">What it does.</param>
    /// <param name="examples">Command lines to show.</param>
    protected TimelineVerb(string name, Language language, TimelineReader read, LocalText description, params string[] examples)
        : base(name, language, description, examples)
    {
        _read = read;
        _id = AddArgument<string>("ID", new("The lifecycle, as crm-segments", "Le cycle de vie, comme crm-segments"));
        _at = AddAt();
    }

    /// <inheritdoc/>
    public sealed override int Run(VerbRun run)
    {
        TimelineReading reading = _read(run, run.Parsed.GetRequiredValue(_id), run.Parsed.GetValue(_at));
        return Answer(run, reading);
    }

    /// <summary>Tells it.</summary>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    protected abstract int Answer(VerbRun run, TimelineReading reading);

    /// <summary>Adds an option that takes a whole number within bounds.</summary>
    protected Option<int?> AddCount(string name, int least, int most, LocalText description)
    {
        Option<int?> option = AddOption<int?>(name, "N", description);
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
                && (number < least || number > most))
            {
                result.AddError(Language.Say($"{name} takes a number from {least} to {most}.", $"{name} prend un nombre de {least} à {most}."));
            }
        });
        return option;
    }

    /// <summary>The heading of a table: the lifecycle, what is told, and the date.</summary>
    protected string Heading(TimelineReading reading, LocalText what)
    {
        string date = DateOf(reading, reading.At);
        return Language.Say($"{reading.Name.En}: {what.En} on {date}", $"{reading.Name.Fr} : {what.Fr} au {date}");
    }

    /// <summary>The name of a stage.</summary>
    protected string NameOf(TimelineReading reading, int stage) => Language.Say(reading.Timelines.Stages[stage].Name);

    /// <summary>The local date of an instant.</summary>
    protected string DateOf(TimelineReading reading, Instant at) => Language.Date(at, reading.Base.Calendar);
}
