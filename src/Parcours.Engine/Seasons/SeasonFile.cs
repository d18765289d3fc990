using System.Collections.Immutable;
using System.Globalization;
using Parcours.Domain.Expressions;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Seasons;
using Parcours.Engine.Definitions;
using YamlDotNet.RepresentationModel;

namespace Parcours.Engine.Seasons;

/// <summary>Reads a calendar of special days from its YAML file. What is wrong comes back as errors with their place.</summary>
internal sealed class SeasonFile
{
    private static readonly string[] Keys = ["calendar", "name", "source", "periods"];
    private static readonly string[] PeriodKeys = ["id", "kind", "name", "on", "easter", "weekday", "days", "dates", "zones"];
    private static readonly string[] WeekdayKeys = ["day", "nth", "month", "latest"];
    private static readonly string[] Kinds = ["public-holiday", "sales", "school-holidays", "other"];
    private static readonly string[] Weekdays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

    private readonly DefinitionFile _file;

    private SeasonFile(DefinitionFile file) => _file = file;

    /// <summary>Reads a calendar; null with errors when it cannot be used.</summary>
    public static (SeasonCalendar? Calendar, ImmutableArray<ExpressionError> Errors) Read(string text)
    {
        var file = new DefinitionFile(text);
        SeasonCalendar? calendar = file.Root("calendar") is { } root ? new SeasonFile(file).Calendar(root) : null;
        return (file.IsSound ? calendar : null, file.Errors);
    }

    private SeasonCalendar Calendar(YamlMappingNode root)
    {
        Dictionary<string, YamlNode> top = _file.Entries(root, Keys, "a calendar");
        string id = _file.Text(top, "calendar", root, "an id in lower case, such as fr") ?? string.Empty;
        if (top.TryGetValue("calendar", out YamlNode? idNode))
        {
            _file.CheckId(idNode, id);
        }

        var seasons = ImmutableArray.CreateBuilder<Season>();
        if (top.TryGetValue("periods", out YamlNode? periods) && periods is YamlSequenceNode list)
        {
            foreach (YamlNode period in list)
            {
                Season season = Period(period);
                if (seasons.Any(other => other.Id == season.Id))
                {
                    _file.Error(period, $"there are two periods \"{season.Id}\"", "another id", null);
                }

                seasons.Add(season);
            }
        }
        else
        {
            _file.Error(periods ?? root, "periods: is missing", "a list of periods, each with an id, a kind and its days", null);
        }

        string source = top.ContainsKey("source") ? _file.Text(top, "source", root, "where the dates come from") ?? string.Empty : string.Empty;
        return new SeasonCalendar(id, top.TryGetValue("name", out YamlNode? name) ? _file.Local(name) : new LocalText(id, id), source, seasons.ToImmutable());
    }

    private Season Period(YamlNode node)
    {
        Dictionary<string, YamlNode> entries = _file.Entries(node, PeriodKeys, "a period");
        string id = _file.Text(entries, "id", node, "an id in lower case, such as winter-sales") ?? string.Empty;
        _file.CheckId(node, id);
        YearRule? rule = Rule(entries, node);
        ImmutableArray<DayRange> dates = entries.TryGetValue("dates", out YamlNode? stated) ? Dates(stated) : [];
        var zones = ImmutableDictionary.CreateBuilder<string, ImmutableArray<DayRange>>(StringComparer.Ordinal);
        if (entries.TryGetValue("zones", out YamlNode? byZone))
        {
            foreach ((string zone, YamlNode zoneDates) in _file.Entries(byZone, [], "the zones"))
            {
                zones[zone] = Dates(zoneDates);
            }
        }

        if (!new[] { "on", "easter", "weekday", "dates", "zones" }.Any(entries.ContainsKey))
        {
            _file.Error(node, "nothing says when this period is", "on:, easter:, weekday:, dates: or zones:", null);
        }

        string kind = entries.ContainsKey("kind") ? _file.Choice(entries, "kind", Kinds) : "other";
        return new Season(
            id, entries.TryGetValue("name", out YamlNode? name) ? _file.Local(name) : new LocalText(id, id), (SeasonKind)Math.Max(0, Array.IndexOf(Kinds, kind)), rule,
            entries.TryGetValue("days", out YamlNode? days) ? Number(days, 1, 366, "days") : 1, dates, zones.ToImmutable());
    }

    private YearRule? Rule(Dictionary<string, YamlNode> entries, YamlNode node)
    {
        string[] given = [.. new[] { "on", "easter", "weekday" }.Where(entries.ContainsKey)];
        if (given.Length > 1)
        {
            _file.Error(entries[given[1]], $"{given[0]}: already says when this period begins", "one rule", null);
        }

        return given.FirstOrDefault() switch
        {
            "on" => OnDate(entries["on"]),
            "easter" => new YearRule.FromEaster(Number(entries["easter"], -200, 200, "easter")),
            "weekday" => Weekly(entries["weekday"], node),
            _ => null,
        };
    }

    private YearRule.Date OnDate(YamlNode node)
    {
        // 2000 is a leap year: every date of any year is one of it.
        if (DateOnly.TryParseExact("2000-" + Scalar(node), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date))
        {
            return new YearRule.Date(date.Month, date.Day);
        }

        _file.Error(node, $"\"{Scalar(node)}\" is no date of a year", "a month and a day, such as 07-14", null);
        return new YearRule.Date(1, 1);
    }

    private YearRule.Weekly Weekly(YamlNode node, YamlNode period)
    {
        Dictionary<string, YamlNode> entries = _file.Entries(node, WeekdayKeys, "a weekday");
        int day = Array.IndexOf(Weekdays, _file.Text(entries, "day", period, "a day such as wednesday"));
        if (day < 0 && entries.TryGetValue("day", out YamlNode? wrong))
        {
            _file.Error(wrong, $"\"{Scalar(wrong)}\" is no weekday", string.Join(", ", Weekdays), Spelling.Nearest(Scalar(wrong), Weekdays));
        }

        int nth = Number(entries.GetValueOrDefault("nth") ?? node, -1, 4, "nth");
        if (nth == 0)
        {
            _file.Error(entries.GetValueOrDefault("nth") ?? node, "nth is 0", "1 to 4, or -1 for the last", null);
        }

        return new YearRule.Weekly(
            (DayOfWeek)Math.Max(0, day), nth == 0 ? 1 : nth, Number(entries.GetValueOrDefault("month") ?? node, 1, 12, "month"),
            entries.TryGetValue("latest", out YamlNode? latest) ? Number(latest, 7, 31, "latest") : null);
    }

    private ImmutableArray<DayRange> Dates(YamlNode node)
    {
        var ranges = new List<DayRange>();
        foreach (YamlNode entry in node is YamlSequenceNode list ? list.Children : [node])
        {
            string[] ends = Scalar(entry).Split("..");
            if (ends.Length is 1 or 2 && Day(ends[0]) is { } first && Day(ends[^1]) is { } last && first <= last)
            {
                ranges.Add(new(first, last));
            }
            else
            {
                _file.Error(entry, $"\"{Scalar(entry)}\" is no date, nor a first and a last one", "2026-02-07, or 2026-02-07..2026-02-22", null);
            }
        }

        return [.. ranges.OrderBy(range => range.First)];
    }

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) && day.Year is >= 1583 and <= 9998 ? day : null;

    private int Number(YamlNode node, int least, int most, string what)
    {
        if (int.TryParse(Scalar(node), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) && number >= least && number <= most)
        {
            return number;
        }

        _file.Error(node, node is YamlScalarNode ? $"{what} is \"{Scalar(node)}\"" : $"{what}: is missing", $"a whole number from {least} to {most}", null);
        return Math.Max(1, least);
    }

    private static string Scalar(YamlNode node) => (node as YamlScalarNode)?.Value ?? string.Empty;
}
