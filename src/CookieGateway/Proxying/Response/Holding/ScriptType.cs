namespace CookieGateway.Proxying.Response.Holding;

/// <summary>What a browser, or a script of the site, does with a script element, as its type says.</summary>
internal enum ScriptType
{
    /// <summary>It is data or a template: nobody runs it.</summary>
    Data,

    /// <summary>It runs. <c>type</c> is absent, a MIME type of JavaScript, or <c>module</c>.</summary>
    Runs,

    /// <summary>It is inert until an optimizer of the site runs it, on the first touch or after the page has loaded.</summary>
    Delayed,

    /// <summary>It is inert until another consent tool of the site runs it: it stays what it is.</summary>
    HeldByOther,

    /// <summary>It tells the browser what to fetch ahead.</summary>
    SpeculationRules,

    /// <summary>It tells the browser where modules lie.</summary>
    ImportMap,
}
