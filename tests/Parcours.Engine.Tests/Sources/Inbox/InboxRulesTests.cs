using System.Collections.Immutable;
using Parcours.Domain.Expressions;

namespace Parcours.Engine.Sources.Inbox;

public sealed class InboxRulesTests
{
    [Fact]
    public void First_rule_whose_pattern_a_name_has_says_how_it_is_imported()
    {
        InboxRules rules = InboxRules.Read("""
            files:
              - { match: "till-lyon-*.csv", as: orders, source: lyon, currency: EUR, map: { order: Ticket, loyalty card: Carte }, force: true }
              - { match: "till-*.csv", as: orders }
              - { match: "*.ndjson", as: facts }
            """).Rules!;
        InboxRule lyon = rules.Find("Till-Lyon-2026-03-01.CSV")!;
        Assert.Equal(("orders", "lyon", "EUR", true), (lyon.Kind, lyon.Source, lyon.Currency, lyon.Force));
        Assert.Equal(["order=Ticket", "loyalty card=Carte"], lyon.Map);
        Assert.Equal("till-*.csv", rules.Find("till-paris.csv")!.Match);
        Assert.Null(rules.Find("notes.txt"));
    }

    [Theory]
    [InlineData("files:\n  - { match: \"*.csv\", as: ordres }", 2, "orders")]
    [InlineData("files:\n  - { macth: \"*.csv\", as: orders }", 2, "match")]
    [InlineData("files:\n  - { match: \"*.csv\", as: orders, currency: EURO }", 2, null)]
    [InlineData("files: 3", 1, null)]
    [InlineData("flies: []", 1, "files")]
    public void Error_names_its_line_and_the_nearest_word(string text, int line, string? nearest)
    {
        (InboxRules? rules, ImmutableArray<ExpressionError> errors) = InboxRules.Read(text);
        Assert.Null(rules);
        Assert.Contains(errors, error => error.Line == line && error.Nearest == nearest);
    }
}
