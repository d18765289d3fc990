using Parcours.Domain.Facts;

namespace Parcours.Domain.Expressions;

internal sealed partial class Compiler
{
    private static readonly string[] ConsentChannels = [.. ChannelNames, "any"];

    /// <summary>The stage under another lifecycle, at present or as of the end of a date.</summary>
    private TextValue OtherStage(CallNode call)
    {
        string id = IdIn(call);
        return _scope.Other(new(id, CutIn(call)), _fold)
            ?? throw Error(call.Arguments[0].Start, $"\"{id}\" is no lifecycle that can be used here", "the id of another lifecycle, without a circle", null);
    }

    /// <summary>Whether in another segment, at present or as of the end of a date.</summary>
    private BoolValue InSegment(CallNode call)
    {
        string id = IdIn(call);
        TextValue place = _scope.Other(new(OtherDefinition.SegmentPrefix + id, CutIn(call)), _fold)
            ?? throw Error(call.Arguments[0].Start, $"\"{id}\" is no segment that can be used here", "the name of another segment, without a circle; segments alone read segments", null);
        return new BoolValue(() => place.Read() == OtherDefinition.In);
    }

    /// <summary>Whether permission stands for a channel, for one purpose or for any.</summary>
    private BoolValue Consent(CallNode call)
    {
        if (call.Arguments is not ([NameNode or TextNode] or [NameNode or TextNode, NameNode or TextNode]))
        {
            throw Error(call, "consent(...) takes a channel, and a purpose if wanted", "consent(email) or consent(email, newsletter)", null);
        }

        string channel = WordOf(call.Arguments[0]);
        if (channel != "any" && !Enum.TryParse(channel, ignoreCase: true, out Channel _))
        {
            throw Error(call.Arguments[0], $"\"{channel}\" is no channel", "any, or one of " + string.Join(", ", ChannelNames), Spelling.Nearest(channel, ConsentChannels));
        }

        int? purpose = call.Arguments.Count == 2 ? Term(WordOf(call.Arguments[1]), call.Arguments[1].Offset) : null;
        var given = new GivenConsents(_fold, purpose);
        _fold.Add(given, GivenConsents.Kinds);
        return channel == "any" ? new BoolValue(given.Any) : new BoolValue(() => given.By(Enum.Parse<Channel>(channel, ignoreCase: true)));
    }

    private static string WordOf(Node node) => node is TextNode text ? text.Value : ((NameNode)node).Name;

    /// <summary>The id of a definition, which may have hyphens and stand without quotes.</summary>
    private string IdIn(CallNode call)
    {
        bool isAsked = call.Arguments is [_] or [_, NamedNode];
        return !isAsked || call.Arguments[0] is NamedNode or QueryNode
            ? throw Error(call, $"{call.Name}(...) takes one name, and a date if wanted", $"{call.Name}(my-id) or {call.Name}(my-id, at: 2026-01-01)", null)
            : call.Arguments[0] is TextNode text ? text.Value : TextOf(call.Arguments[0]).Trim();
    }

    private long? CutIn(CallNode call) => call.Arguments is not [_, NamedNode { Value: var value } named] ? null
        : value is DateNode date ? _fold.Calendar.EndOfDay(date.Day).Micros
        : throw Error(value, "at: is followed by something else than a date", $"a date: {named.Name}: 2026-01-01", null);
}
