using System.Text.Json;
using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Segments;
using Parcours.Domain.Time;
using Parcours.Engine.Answers;
using Calendar = Parcours.Domain.Time.Calendar;

namespace Parcours.Engine.Segments;

/// <summary>The machine's form of segments. The shape is fixed; members may be added.</summary>
public static class SegmentJson
{
    /// <summary>Writes the members of a definition.</summary>
    public static void Definition(Utf8JsonWriter json, SegmentDefinition definition)
    {
        json.WriteString("id", definition.Id);
        Local(json, "name", definition.Name);
        Local(json, "description", definition.Description);
        json.WriteString("owner", definition.Owner);
        json.WriteString("strategy", definition.Strategy);
        json.WriteString("subject", definition.Subject == SubjectType.Account ? "account" : "customer");
        json.WriteBoolean("list", definition.IsList);
        json.WriteString("where", definition.Where?.Text.Trim());
    }

    /// <summary>Writes how many there are, of how many.</summary>
    public static void Size(Utf8JsonWriter json, Instant at, int members, int of)
    {
        json.WriteString("at", at.ToString());
        json.WriteNumber("members", members);
        json.WriteNumber("of", of);
        json.WriteFigure("share", of == 0 ? null : (double)members / of);
    }

    /// <summary>Writes the size at the end of each month.</summary>
    public static void Sizes(Utf8JsonWriter json, IReadOnlyList<(Instant At, int Members)> sizes, Calendar calendar)
    {
        json.WriteObjects("sizes", sizes, row =>
        {
            (Instant at, int members) = row;
            json.WriteString("month", Calendar.Label(calendar.UnitOf(at, CalendarUnit.Month), CalendarUnit.Month));
            json.WriteString("at", at.ToString());
            json.WriteNumber("members", members);
        });
    }

    /// <summary>Writes how many leave by themselves, by month, and how many stay if nothing happens.</summary>
    public static void Leaving(Utf8JsonWriter json, SegmentOutlook outlook, Calendar calendar, Instant at, int months)
    {
        json.WriteObjects("leaving", outlook.LeavingByMonth(calendar, at, months), row =>
        {
            (int month, int members) = row;
            json.WriteString("month", Calendar.Label(month, CalendarUnit.Month));
            json.WriteNumber("members", members);
        });
        json.WriteNumber("staying", outlook.Leaves.Count(leave => leave == Instant.Never));
    }

    /// <summary>Writes members, since when, and when they leave by themselves.</summary>
    /// <param name="json">Where.</param>
    /// <param name="name">The list's name.</param>
    /// <param name="members">The members.</param>
    /// <param name="histories">The base.</param>
    public static void Members(Utf8JsonWriter json, string name, IEnumerable<SegmentMember> members, HistoryBase histories) => json.WriteObjects(name, members, member =>
    {
        json.WriteString("id", histories.Subjects.KeyOf(member.Subject));
        json.WriteString("since", member.Since.ToString());
        json.WriteString("until", member.Until == Instant.Never ? null : member.Until.ToString());
    });

    /// <summary>Writes the members worth most.</summary>
    public static void Sample(Utf8JsonWriter json, IReadOnlyList<(int Subject, long Spend)> sample, HistoryBase histories)
    {
        json.WriteObjects("sample", sample, row =>
        {
            (int subject, long spend) = row;
            json.WriteString("id", histories.Subjects.KeyOf(subject));
            json.WriteNumber("spend", new Money(spend, histories.Currency).ToDecimal());
        });
        json.WriteString("currency", Currencies.CodeOf(histories.Currency));
    }

    /// <summary>Writes the changelog, the latest first.</summary>
    /// <param name="json">Where.</param>
    /// <param name="versions">The entries, oldest first.</param>
    /// <param name="text">The text as it stands; null when it was removed.</param>
    public static void History(Utf8JsonWriter json, IReadOnlyList<SegmentVersion> versions, string? text)
    {
        json.WriteBoolean("changed_by_hand", versions.Count > 0 && versions[^1].Text != text);
        json.WriteObjects("versions", versions.Reverse(), version =>
        {
            json.WriteString("at", version.At.ToString());
            json.WriteString("by", version.By);
            json.WriteString("note", version.Note);
            json.WriteBoolean("removed", version.Text is null);
            json.WriteString("text", version.Text);
            if (version.Listed is { } listed)
            {
                json.WriteNumber("listed", listed);
            }
        });
    }

    private static void Local(Utf8JsonWriter json, string name, LocalText text)
    {
        json.WriteStartObject(name);
        json.WriteString("en", text.En);
        json.WriteString("fr", text.Fr);
        json.WriteEndObject();
    }
}
